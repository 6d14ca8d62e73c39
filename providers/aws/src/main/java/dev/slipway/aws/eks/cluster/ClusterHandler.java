package dev.slipway.aws.eks.cluster;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.eks.Deletion;
import dev.slipway.aws.eks.EksProblems;
import dev.slipway.aws.eks.Health;
import dev.slipway.aws.eks.Values;
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
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.ClusterStatus;
import software.amazon.awssdk.services.eks.model.CreateClusterRequest;

/** Makes the control planes of EKS clusters. */
public final class ClusterHandler implements ResourceHandler<ClusterSpec, ClusterObserved> {
  private static final String NOT_FOUND = "ResourceNotFoundException";

  /** EKS takes ten to fifteen minutes. */
  private static final Waiting WAITING =
      new Waiting(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofMinutes(30));

  private final Clients clients;

  public ClusterHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return ClusterSpec.TYPE;
  }

  @Override
  public Class<ClusterSpec> specType() {
    return ClusterSpec.class;
  }

  /** By the name under which it was seen last, else by that of the spec. */
  @Override
  public Optional<ClusterObserved> read(Subject<ClusterSpec> subject, Call call) {
    return Stream.concat(
            subject.last().flatMap(last -> last.text("name")).stream(),
            subject.spec().map(ClusterSpec::name).stream())
        .distinct()
        .flatMap(name -> find(name, subject.id(), call).stream())
        .findFirst();
  }

  private Optional<ClusterObserved> find(String name, ResourceId id, Call call) {
    return Refusals.find(
            () -> eks().describeCluster(request -> request.name(name)).cluster(), NOT_FOUND)
        .map(cluster -> ClusterObserved.of(cluster, id, call));
  }

  @Override
  public Diff diff(ClusterSpec desired, ClusterObserved observed) {
    Diff diff = drift(desired, observed);
    if (!diff.replaces()) {
      ClusterVersion.requireStep(desired.name(), observed.cluster().version(), desired.version());
    }
    return diff;
  }

  @Override
  public Diff drift(ClusterSpec last, ClusterObserved observed) {
    Diff.Builder diff =
        Diff.builder()
            .immutable("name", observed.name(), last.name())
            .immutable("role", observed.cluster().roleArn(), last.role())
            .immutable("encryptionKey", observed.encryptionKey(), last.encryptionKey())
            .field("version", observed.cluster().version(), last.version())
            .field("subnets", observed.subnets(), Values.sorted(last.subnets()))
            .field(
                "securityGroups", observed.securityGroups(), Values.sorted(last.securityGroups()))
            .field("endpointAccess", observed.endpointAccess(), last.endpointAccess())
            .field("logs", observed.logs(), last.logs())
            .field(
                "upgradePolicy",
                observed.cluster().upgradePolicy().supportTypeAsString(),
                last.upgradePolicy().name())
            .field("tags", Tags.seen(last.tags(), observed.tags()), last.tags());
    if (observed.cluster().status() == ClusterStatus.FAILED) {
      diff.immutable("status", "FAILED", "ACTIVE");
    }
    return diff.build();
  }

  @Override
  public ClusterObserved create(ResourceId id, ClusterSpec spec, Call call) {
    CreateClusterRequest request =
        ClusterRequests.create(spec, Tags.of(id, spec.tags(), call), call.token());
    return ClusterObserved.of(
        EksProblems.withRole(spec.role().get(), () -> eks().createCluster(request).cluster()),
        id,
        call);
  }

  @Override
  public ClusterObserved update(
      ResourceId id, ClusterSpec spec, ClusterObserved observed, Call call) {
    new ClusterChange(eks(), spec, call).make(observed);
    return ClusterObserved.of(
        eks().describeCluster(request -> request.name(spec.name())).cluster(), id, call);
  }

  @Override
  public void delete(Subject<ClusterSpec> subject, ClusterObserved observed, Call call) {
    Deletion.begin(
        () -> eks().deleteCluster(request -> request.name(observed.name())),
        () -> find(observed.name(), subject.id(), call),
        found -> found.cluster().status() == ClusterStatus.DELETING);
  }

  @Override
  public Status status(ClusterObserved observed) {
    return switch (observed.cluster().status()) {
      case ACTIVE -> Status.CURRENT;
      case CREATING, PENDING ->
          Status.inProgress("EKS makes the control plane, which takes about ten minutes");
      case UPDATING -> Status.inProgress("EKS makes an update of the control plane");
      case DELETING -> new Status.Terminating("EKS deletes the control plane");
      case FAILED -> Status.failed("EKS could not make it: " + Health.told(observed.issues()));
      case UNKNOWN_TO_SDK_VERSION ->
          Status.inProgress("EKS says that it is " + observed.cluster().statusAsString());
    };
  }

  @Override
  public Attributes predict(ClusterSpec spec) {
    return Attributes.of("name", spec.name(), "version", spec.version());
  }

  @Override
  public Attributes stable(ClusterSpec desired, ClusterObserved observed, Diff diff) {
    return observed.attributes().with("version", desired.version());
  }

  @Override
  public Waiting waiting() {
    return WAITING;
  }

  private EksClient eks() {
    return clients.eks();
  }
}
