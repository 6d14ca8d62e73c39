package dev.slipway.aws.eks.addon;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.eks.ClusterSearch;
import dev.slipway.aws.eks.Deletion;
import dev.slipway.aws.eks.EksProblems;
import dev.slipway.aws.eks.Health;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.provider.Waiting;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Addon;
import software.amazon.awssdk.services.eks.model.AddonStatus;
import software.amazon.awssdk.services.eks.model.CreateAddonRequest;
import software.amazon.awssdk.services.eks.model.PodIdentityAssociation;

/** Makes add-ons of clusters. */
public final class AddonHandler implements ResourceHandler<AddonSpec, AddonObserved> {
  private static final String NOT_FOUND = "ResourceNotFoundException";

  /** This one passes when nodes have joined. */
  private static final String NO_REPLICAS = "InsufficientNumberOfReplicas";

  private static final Waiting WAITING =
      new Waiting(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofMinutes(20));

  private final Clients clients;

  public AddonHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return AddonSpec.TYPE;
  }

  @Override
  public Class<AddonSpec> specType() {
    return AddonSpec.class;
  }

  @Override
  public Optional<AddonObserved> read(Subject<AddonSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, AddonObserved> readAll(List<Subject<AddonSpec>> subjects, Call call) {
    ClusterSearch search = new ClusterSearch(eks(), call);
    Map<ResourceId, AddonObserved> found = new LinkedHashMap<>();
    for (Subject<AddonSpec> subject : subjects) {
      Optional<String> name =
          subject
              .last()
              .flatMap(last -> last.text("name"))
              .or(() -> subject.spec().map(AddonSpec::name));
      name.flatMap(
              known ->
                  search.find(
                      subject,
                      subject.spec().map(AddonSpec::cluster),
                      cluster -> find(cluster, known)))
          .ifPresent(
              addon ->
                  found.put(
                      subject.id(),
                      AddonObserved.of(addon, identities(addon), subject.id(), call)));
    }
    return found;
  }

  private Optional<Addon> find(String cluster, String name) {
    return Refusals.find(
        () -> eks().describeAddon(request -> request.clusterName(cluster).addonName(name)).addon(),
        NOT_FOUND);
  }

  /** EKS names only the associations' ARNs, which end in their ids. */
  private Map<String, String> identities(Addon addon) {
    Map<String, String> roles = new TreeMap<>();
    for (String arn : addon.podIdentityAssociations()) {
      Optional<PodIdentityAssociation> association =
          Refusals.find(
              () ->
                  eks()
                      .describePodIdentityAssociation(
                          request ->
                              request
                                  .clusterName(addon.clusterName())
                                  .associationId(arn.substring(arn.lastIndexOf('/') + 1)))
                      .association(),
              NOT_FOUND);
      association.ifPresent(found -> roles.put(found.serviceAccount(), found.roleArn()));
    }
    return roles;
  }

  @Override
  public Diff diff(AddonSpec desired, AddonObserved observed) {
    return AddonDiff.of(desired, observed);
  }

  @Override
  public AddonObserved create(ResourceId id, AddonSpec spec, Call call) {
    CreateAddonRequest request =
        AddonRequests.create(
            spec, AddonVersions.choose(eks(), spec), Tags.of(id, spec.tags(), call), call.token());
    Addon made =
        EksProblems.withRole(AddonRequests.roles(spec), () -> eks().createAddon(request).addon());
    return AddonObserved.of(made, Map.of(), id, call);
  }

  @Override
  public AddonObserved update(ResourceId id, AddonSpec spec, AddonObserved observed, Call call) {
    Addon after = new AddonChange(eks(), spec, call).make(observed);
    return AddonObserved.of(after, identities(after), id, call);
  }

  @Override
  public void delete(Subject<AddonSpec> subject, AddonObserved observed, Call call) {
    String cluster = observed.addon().clusterName();
    String name = observed.addon().addonName();
    Deletion.begin(
        () -> eks().deleteAddon(request -> request.clusterName(cluster).addonName(name)),
        () -> find(cluster, name),
        found -> found.status() == AddonStatus.DELETING);
  }

  @Override
  public Status status(AddonObserved observed) {
    String issues = Health.told(observed.issues());
    return switch (observed.addon().status()) {
      case ACTIVE -> Status.CURRENT;
      case CREATING -> Status.inProgress("EKS installs it");
      case UPDATING -> Status.inProgress("EKS makes an update of it");
      case DELETING -> new Status.Terminating("EKS removes it");
      case DELETE_FAILED -> new Status.Terminating("EKS could not remove it: " + issues);
      case CREATE_FAILED -> Status.failed("EKS could not install it: " + issues);
      case UPDATE_FAILED -> Status.failed("EKS could not make its last update: " + issues);
      case DEGRADED ->
          observed.issues().stream().anyMatch(issue -> issue.code().equals(NO_REPLICAS))
              ? Status.inProgress("too few of its pods run: " + issues)
              : Status.failed("it is degraded: " + issues);
      case UNKNOWN_TO_SDK_VERSION ->
          Status.inProgress("EKS says that it is " + observed.addon().statusAsString());
    };
  }

  @Override
  public Attributes predict(AddonSpec spec) {
    return Attributes.of(
        "cluster",
        spec.cluster().known().orElse(null),
        "name",
        spec.name(),
        "version",
        spec.isVersionFixed() ? spec.version() : null);
  }

  @Override
  public Attributes stable(AddonSpec desired, AddonObserved observed, Diff diff) {
    return desired.isVersionFixed()
        ? observed.attributes().with("version", desired.version())
        : observed.attributes();
  }

  @Override
  public Waiting waiting() {
    return WAITING;
  }

  private EksClient eks() {
    return clients.eks();
  }
}
