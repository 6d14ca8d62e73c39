package dev.slipway.aws.eks.podidentity;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.eks.ClusterSearch;
import dev.slipway.aws.eks.EksProblems;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.CreatePodIdentityAssociationRequest;
import software.amazon.awssdk.services.eks.model.PodIdentityAssociation;

/** Gives roles to the pods of service accounts. */
public final class PodIdentityHandler
    implements ResourceHandler<PodIdentitySpec, PodIdentityObserved> {
  private static final String NOT_FOUND = "ResourceNotFoundException";

  private final Clients clients;

  public PodIdentityHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return PodIdentitySpec.TYPE;
  }

  @Override
  public Class<PodIdentitySpec> specType() {
    return PodIdentitySpec.class;
  }

  @Override
  public Optional<PodIdentityObserved> read(Subject<PodIdentitySpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  /** By namespace and service account: EKS lets a service account have one only. */
  @Override
  public Map<ResourceId, PodIdentityObserved> readAll(
      List<Subject<PodIdentitySpec>> subjects, Call call) {
    ClusterSearch search = new ClusterSearch(eks(), call);
    Map<ResourceId, PodIdentityObserved> found = new LinkedHashMap<>();
    for (Subject<PodIdentitySpec> subject : subjects) {
      Optional<String> namespace = known(subject, "namespace", PodIdentitySpec::namespace);
      Optional<String> account = known(subject, "serviceAccount", PodIdentitySpec::serviceAccount);
      if (namespace.isPresent() && account.isPresent()) {
        search
            .find(
                subject,
                subject.spec().map(PodIdentitySpec::cluster),
                cluster -> find(cluster, namespace.get(), account.get()))
            .ifPresent(
                association ->
                    found.put(
                        subject.id(), PodIdentityObserved.of(association, subject.id(), call)));
      }
    }
    return found;
  }

  private static Optional<String> known(
      Subject<PodIdentitySpec> subject, String attribute, Function<PodIdentitySpec, String> field) {
    return subject.last().flatMap(last -> last.text(attribute)).or(() -> subject.spec().map(field));
  }

  private Optional<PodIdentityAssociation> find(String cluster, String namespace, String account) {
    return eks()
        .listPodIdentityAssociationsPaginator(
            request -> request.clusterName(cluster).namespace(namespace).serviceAccount(account))
        .associations()
        .stream()
        .findFirst()
        .map(
            summary ->
                eks()
                    .describePodIdentityAssociation(
                        request ->
                            request.clusterName(cluster).associationId(summary.associationId()))
                    .association());
  }

  @Override
  public Diff diff(PodIdentitySpec desired, PodIdentityObserved observed) {
    return Diff.builder()
        .immutable("cluster", observed.association().clusterName(), desired.cluster())
        .immutable("namespace", observed.association().namespace(), desired.namespace())
        .immutable(
            "serviceAccount", observed.association().serviceAccount(), desired.serviceAccount())
        .field("role", observed.association().roleArn(), desired.role())
        .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags())
        .build();
  }

  @Override
  public PodIdentityObserved create(ResourceId id, PodIdentitySpec spec, Call call) {
    CreatePodIdentityAssociationRequest request =
        CreatePodIdentityAssociationRequest.builder()
            .clusterName(spec.cluster().get())
            .namespace(spec.namespace())
            .serviceAccount(spec.serviceAccount())
            .roleArn(spec.role().get())
            .tags(Tags.of(id, spec.tags(), call))
            .clientRequestToken(call.token())
            .build();
    return PodIdentityObserved.of(
        EksProblems.withRole(
            spec.role().get(), () -> eks().createPodIdentityAssociation(request).association()),
        id,
        call);
  }

  @Override
  public PodIdentityObserved update(
      ResourceId id, PodIdentitySpec spec, PodIdentityObserved observed, Call call) {
    PodIdentityAssociation before = observed.association();
    PodIdentityAssociation.Builder after = before.toBuilder();
    if (!before.roleArn().equals(spec.role().get())) {
      EksProblems.withRole(
          spec.role().get(),
          () ->
              eks()
                  .updatePodIdentityAssociation(
                      request ->
                          request
                              .clusterName(before.clusterName())
                              .associationId(before.associationId())
                              .roleArn(spec.role().get())));
      after.roleArn(spec.role().get());
    }
    Map<String, String> missing = Tags.missing(spec.tags(), observed.tags());
    if (!missing.isEmpty()) {
      eks().tagResource(request -> request.resourceArn(before.associationArn()).tags(missing));
      after.tags(Tags.merged(observed.tags(), missing));
    }
    return PodIdentityObserved.of(after.build(), id, call);
  }

  @Override
  public void delete(Subject<PodIdentitySpec> subject, PodIdentityObserved observed, Call call) {
    Refusals.unlessGone(
        () ->
            eks()
                .deletePodIdentityAssociation(
                    request ->
                        request
                            .clusterName(observed.association().clusterName())
                            .associationId(observed.association().associationId())),
        NOT_FOUND);
  }

  @Override
  public Status status(PodIdentityObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(PodIdentitySpec spec) {
    return Attributes.of(
        "cluster", spec.cluster().known().orElse(null),
        "namespace", spec.namespace(),
        "serviceAccount", spec.serviceAccount());
  }

  private EksClient eks() {
    return clients.eks();
  }
}
