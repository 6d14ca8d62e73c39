package dev.slipway.aws.ecr.repository;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.ecr.EcrTags;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Named;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.EcrException;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.Repository;

/** Makes repositories for container images. */
public final class RepositoryHandler
    implements ResourceHandler<RepositorySpec, RepositoryObserved> {
  private static final String ABSENT = "RepositoryNotFoundException";

  private final Clients clients;

  public RepositoryHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return RepositorySpec.TYPE;
  }

  @Override
  public Class<RepositorySpec> specType() {
    return RepositorySpec.class;
  }

  @Override
  public Optional<RepositoryObserved> read(Subject<RepositorySpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  /** Asking for several at once fails if one isn't there, so each is asked for. */
  @Override
  public Map<ResourceId, RepositoryObserved> readAll(
      List<Subject<RepositorySpec>> subjects, Call call) {
    return Named.pick(subjects, RepositorySpec::name, (id, name) -> find(id, name, call));
  }

  private Optional<RepositoryObserved> find(ResourceId id, String name, Call call) {
    return Refusals.find(
        () -> {
          Repository found =
              ecr()
                  .describeRepositories(request -> request.repositoryNames(name))
                  .repositories()
                  .getFirst();
          return observed(
              found,
              Marked.of(
                  EcrTags.map(
                      ecr()
                          .listTagsForResource(
                              request -> request.resourceArn(found.repositoryArn()))
                          .tags()),
                  id,
                  call));
        },
        ABSENT);
  }

  @Override
  public Diff diff(RepositorySpec desired, RepositoryObserved observed) {
    return Diff.builder()
        .immutable("name", observed.name(), desired.name())
        .field("immutableTags", observed.immutableTags(), desired.immutableTags())
        .field("scanOnPush", observed.scanOnPush(), desired.scanOnPush())
        .field("tags", observed.tags().seen(desired.tags()), desired.tags())
        .build();
  }

  @Override
  public RepositoryObserved create(ResourceId id, RepositorySpec spec, Call call) {
    RepositoryObserved made =
        Refusals.make(
            () -> made(id, spec, call),
            () -> find(id, spec.name(), call),
            "RepositoryAlreadyExistsException");
    return update(id, spec, made, call);
  }

  private RepositoryObserved made(ResourceId id, RepositorySpec spec, Call call) {
    Repository made =
        ecr()
            .createRepository(
                request ->
                    request
                        .repositoryName(spec.name())
                        .imageTagMutability(mutability(spec))
                        .imageScanningConfiguration(
                            scanning -> scanning.scanOnPush(spec.scanOnPush()))
                        .tags(EcrTags.list(Tags.of(id, spec.tags(), call))))
            .repository();
    return observed(made, Marked.made(id, spec.tags(), call));
  }

  @Override
  public RepositoryObserved update(
      ResourceId id, RepositorySpec spec, RepositoryObserved observed, Call call) {
    String name = observed.name();
    if (observed.immutableTags() != spec.immutableTags()) {
      ecr()
          .putImageTagMutability(
              request -> request.repositoryName(name).imageTagMutability(mutability(spec)));
    }
    if (observed.scanOnPush() != spec.scanOnPush()) {
      ecr()
          .putImageScanningConfiguration(
              request ->
                  request
                      .repositoryName(name)
                      .imageScanningConfiguration(
                          scanning -> scanning.scanOnPush(spec.scanOnPush())));
    }
    Map<String, String> missing = observed.tags().missing(spec.tags());
    if (!missing.isEmpty()) {
      ecr().tagResource(request -> request.resourceArn(observed.arn()).tags(EcrTags.list(missing)));
    }
    return new RepositoryObserved(
        observed.arn(),
        name,
        observed.uri(),
        spec.immutableTags(),
        spec.scanOnPush(),
        observed.tags().with(spec.tags()));
  }

  @Override
  public void delete(Subject<RepositorySpec> subject, RepositoryObserved observed, Call call) {
    boolean force = subject.spec().map(RepositorySpec::emptyOnDelete).orElse(false);
    try {
      Refusals.unlessGone(
          () ->
              ecr()
                  .deleteRepository(
                      request -> request.repositoryName(observed.name()).force(force)),
          ABSENT);
    } catch (EcrException refused) {
      if (!Refusals.isOneOf(refused, "RepositoryNotEmptyException")) {
        throw refused;
      }
      ProviderException told = ProviderException.refused(notEmpty(observed.name()));
      told.initCause(refused);
      throw told;
    }
  }

  private Diagnostic notEmpty(String name) {
    long images =
        ecr().listImagesPaginator(request -> request.repositoryName(name)).stream()
            .mapToLong(page -> page.imageIds().size())
            .sum();
    return Diagnostic.environment(
        "AWS-REPOSITORY-NOT-EMPTY",
        "A repository that is to be deleted holds images",
        "The repository '%s' still holds %d %s and isn't to be emptied."
            .formatted(name, images, images == 1 ? "image" : "images"),
        "Save what is needed, delete the images, and run the same command again.");
  }

  @Override
  public Status status(RepositoryObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(RepositorySpec spec) {
    return Attributes.of("name", spec.name());
  }

  private static ImageTagMutability mutability(RepositorySpec spec) {
    return spec.immutableTags() ? ImageTagMutability.IMMUTABLE : ImageTagMutability.MUTABLE;
  }

  private static RepositoryObserved observed(Repository found, Marked tags) {
    return new RepositoryObserved(
        found.repositoryArn(),
        found.repositoryName(),
        found.repositoryUri(),
        found.imageTagMutability() == ImageTagMutability.IMMUTABLE,
        found.imageScanningConfiguration() != null
            && Boolean.TRUE.equals(found.imageScanningConfiguration().scanOnPush()),
        tags);
  }

  private EcrClient ecr() {
    return clients.ecr();
  }
}
