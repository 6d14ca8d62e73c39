package dev.slipway.aws.iam.instanceprofile;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.iam.IamTags;
import dev.slipway.aws.iam.ProfileRole;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Named;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;

/** Makes instance profiles. */
public final class InstanceProfileHandler
    implements ResourceHandler<InstanceProfileSpec, InstanceProfileObserved> {
  private static final String ABSENT = "NoSuchEntity";

  private final Clients clients;

  public InstanceProfileHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return InstanceProfileSpec.TYPE;
  }

  @Override
  public Class<InstanceProfileSpec> specType() {
    return InstanceProfileSpec.class;
  }

  @Override
  public Optional<InstanceProfileObserved> read(Subject<InstanceProfileSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  /** A list would lack the tags, so each is asked for. */
  @Override
  public Map<ResourceId, InstanceProfileObserved> readAll(
      List<Subject<InstanceProfileSpec>> subjects, Call call) {
    return Named.pick(subjects, InstanceProfileSpec::name, (id, name) -> find(id, name, call));
  }

  private Optional<InstanceProfileObserved> find(ResourceId id, String name, Call call) {
    return Refusals.find(
            () ->
                iam()
                    .getInstanceProfile(request -> request.instanceProfileName(name))
                    .instanceProfile(),
            ABSENT)
        .map(profile -> observed(profile, Marked.of(IamTags.map(profile.tags()), id, call)));
  }

  @Override
  public Diff diff(InstanceProfileSpec desired, InstanceProfileObserved observed) {
    return Diff.builder()
        .immutable("name", observed.name(), desired.name())
        .field("role", observed.role(), desired.role())
        .field("tags", observed.tags().seen(desired.tags()), desired.tags())
        .build();
  }

  @Override
  public InstanceProfileObserved create(ResourceId id, InstanceProfileSpec spec, Call call) {
    InstanceProfileObserved made =
        Refusals.make(
            () ->
                observed(
                    iam()
                        .createInstanceProfile(
                            request ->
                                request
                                    .instanceProfileName(spec.name())
                                    .tags(IamTags.list(Tags.of(id, spec.tags(), call))))
                        .instanceProfile(),
                    Marked.made(id, spec.tags(), call)),
            () -> find(id, spec.name(), call),
            "EntityAlreadyExists");
    return update(id, spec, made, call);
  }

  @Override
  public InstanceProfileObserved update(
      ResourceId id, InstanceProfileSpec spec, InstanceProfileObserved observed, Call call) {
    String profile = observed.name();
    String role = spec.role().get();
    if (!observed.role().equals(Optional.of(role))) {
      observed.role().ifPresent(other -> ProfileRole.takeOut(iam(), profile, other));
      Refusals.onceKnown(
          () ->
              iam()
                  .addRoleToInstanceProfile(
                      request -> request.instanceProfileName(profile).roleName(role)),
          ABSENT);
    }
    Map<String, String> missing = observed.tags().missing(spec.tags());
    if (!missing.isEmpty()) {
      iam()
          .tagInstanceProfile(
              request -> request.instanceProfileName(profile).tags(IamTags.list(missing)));
    }
    return new InstanceProfileObserved(
        observed.arn(),
        profile,
        observed.id(),
        Optional.of(role),
        observed.tags().with(spec.tags()));
  }

  @Override
  public void delete(
      Subject<InstanceProfileSpec> subject, InstanceProfileObserved observed, Call call) {
    observed.role().ifPresent(role -> ProfileRole.takeOut(iam(), observed.name(), role));
    Refusals.unlessGone(
        () -> iam().deleteInstanceProfile(request -> request.instanceProfileName(observed.name())),
        ABSENT);
  }

  @Override
  public Status status(InstanceProfileObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(InstanceProfileSpec spec) {
    return Attributes.of("name", spec.name());
  }

  private static InstanceProfileObserved observed(InstanceProfile profile, Marked tags) {
    return new InstanceProfileObserved(
        profile.arn(),
        profile.instanceProfileName(),
        profile.instanceProfileId(),
        profile.roles().stream().map(Role::roleName).findFirst(),
        tags);
  }

  private IamClient iam() {
    return clients.iam();
  }
}
