package dev.slipway.aws.eks.access;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.eks.ClusterSearch;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.AccessEntry;
import software.amazon.awssdk.services.eks.model.CreateAccessEntryRequest;
import software.amazon.awssdk.services.eks.model.ResourceInUseException;

/** Lets principals into clusters. */
public final class AccessEntryHandler
    implements ResourceHandler<AccessEntrySpec, AccessEntryObserved> {
  private static final String NOT_FOUND = "ResourceNotFoundException";

  private final Clients clients;

  public AccessEntryHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return AccessEntrySpec.TYPE;
  }

  @Override
  public Class<AccessEntrySpec> specType() {
    return AccessEntrySpec.class;
  }

  @Override
  public Optional<AccessEntryObserved> read(Subject<AccessEntrySpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  /** By the principal that it was made for, else by that of the spec, else by the mark. */
  @Override
  public Map<ResourceId, AccessEntryObserved> readAll(
      List<Subject<AccessEntrySpec>> subjects, Call call) {
    ClusterSearch search = new ClusterSearch(eks(), call);
    Map<ResourceId, AccessEntryObserved> found = new LinkedHashMap<>();
    for (Subject<AccessEntrySpec> subject : subjects) {
      search
          .find(
              subject,
              subject.spec().map(AccessEntrySpec::cluster),
              cluster ->
                  principals(subject, cluster)
                      .flatMap(arn -> find(cluster, arn, subject.id(), call).stream())
                      .filter(entry -> isKnown(subject) || entry.ownership() == Ownership.OURS)
                      .findFirst())
          .ifPresent(observed -> found.put(subject.id(), observed));
    }
    return found;
  }

  private static Optional<String> principal(Subject<AccessEntrySpec> subject) {
    return subject
        .last()
        .flatMap(last -> last.text("principalArn"))
        .or(() -> subject.spec().map(AccessEntrySpec::principalArn).flatMap(Value::known));
  }

  private static boolean isKnown(Subject<AccessEntrySpec> subject) {
    return principal(subject).isPresent();
  }

  private Stream<String> principals(Subject<AccessEntrySpec> subject, String cluster) {
    return principal(subject)
        .map(Stream::of)
        .orElseGet(
            () ->
                eks()
                    .listAccessEntriesPaginator(request -> request.clusterName(cluster))
                    .accessEntries()
                    .stream());
  }

  private Optional<AccessEntryObserved> find(
      String cluster, String principal, ResourceId id, Call call) {
    return Refusals.find(
        () ->
            AccessEntryObserved.of(
                eks()
                    .describeAccessEntry(
                        request -> request.clusterName(cluster).principalArn(principal))
                    .accessEntry(),
                policies(cluster, principal),
                id,
                call),
        NOT_FOUND);
  }

  private List<AccessPolicy> policies(String cluster, String principal) {
    return eks()
        .listAssociatedAccessPoliciesPaginator(
            request -> request.clusterName(cluster).principalArn(principal))
        .associatedAccessPolicies()
        .stream()
        .map(policy -> new AccessPolicy(policy.policyArn(), policy.accessScope().namespaces()))
        .sorted(Comparator.comparing(AccessPolicy::arn))
        .toList();
  }

  @Override
  public Diff diff(AccessEntrySpec desired, AccessEntryObserved observed) {
    return Diff.builder()
        .immutable("cluster", observed.cluster(), desired.cluster())
        .immutable("principalArn", observed.principalArn(), desired.principalArn())
        .immutable("entryType", observed.entryType(), desired.entryType())
        .field("groups", observed.groups(), desired.groups())
        .field("policies", observed.policies(), desired.policies())
        .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags())
        .build();
  }

  /** One of ours that a call made which ended before its policies were there is gone on with. */
  @Override
  public AccessEntryObserved create(ResourceId id, AccessEntrySpec spec, Call call) {
    String cluster = spec.cluster().get();
    String principal = spec.principalArn().get();
    CreateAccessEntryRequest.Builder request =
        CreateAccessEntryRequest.builder()
            .clusterName(cluster)
            .principalArn(principal)
            .type(spec.entryType())
            .tags(Tags.of(id, spec.tags(), call))
            .clientRequestToken(call.token());
    if (!spec.groups().isEmpty()) {
      request.kubernetesGroups(spec.groups());
    }
    try {
      AccessEntry made = eks().createAccessEntry(request.build()).accessEntry();
      return update(id, spec, AccessEntryObserved.of(made, List.of(), id, call), call);
    } catch (ResourceInUseException taken) {
      return update(
          id,
          spec,
          find(cluster, principal, id, call)
              .filter(entry -> entry.ownership() == Ownership.OURS)
              .orElseThrow(() -> taken),
          call);
    }
  }

  @Override
  public AccessEntryObserved update(
      ResourceId id, AccessEntrySpec spec, AccessEntryObserved observed, Call call) {
    new AccessEntryChange(eks(), observed).make(spec);
    return new AccessEntryObserved(
        observed.cluster(),
        observed.principalArn(),
        observed.arn(),
        observed.entryType(),
        spec.groups(),
        spec.policies(),
        Tags.merged(observed.tags(), spec.tags()),
        observed.ownership());
  }

  @Override
  public void delete(Subject<AccessEntrySpec> subject, AccessEntryObserved observed, Call call) {
    Refusals.unlessGone(
        () ->
            eks()
                .deleteAccessEntry(
                    request ->
                        request
                            .clusterName(observed.cluster())
                            .principalArn(observed.principalArn())),
        NOT_FOUND);
  }

  @Override
  public Status status(AccessEntryObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(AccessEntrySpec spec) {
    return Attributes.of(
        "cluster", spec.cluster().known().orElse(null),
        "principalArn", spec.principalArn().known().orElse(null));
  }

  private EksClient eks() {
    return clients.eks();
  }
}
