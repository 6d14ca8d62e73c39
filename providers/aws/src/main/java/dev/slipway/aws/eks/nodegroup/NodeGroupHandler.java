package dev.slipway.aws.eks.nodegroup;

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
import java.util.stream.Stream;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.CreateNodegroupRequest;
import software.amazon.awssdk.services.eks.model.Nodegroup;
import software.amazon.awssdk.services.eks.model.NodegroupStatus;

/** Makes node groups that EKS manages. */
public final class NodeGroupHandler implements ResourceHandler<NodeGroupSpec, NodeGroupObserved> {
  private static final String NOT_FOUND = "ResourceNotFoundException";

  /** EKS waits for the machines to join, and when it deletes them, for their pods to leave. */
  private static final Waiting WAITING =
      new Waiting(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofMinutes(40));

  private final Clients clients;

  public NodeGroupHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return NodeGroupSpec.TYPE;
  }

  @Override
  public Class<NodeGroupSpec> specType() {
    return NodeGroupSpec.class;
  }

  @Override
  public Optional<NodeGroupObserved> read(Subject<NodeGroupSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  /** By the name under which it was seen last, else by that of the spec. */
  @Override
  public Map<ResourceId, NodeGroupObserved> readAll(
      List<Subject<NodeGroupSpec>> subjects, Call call) {
    ClusterSearch search = new ClusterSearch(eks(), call);
    Map<ResourceId, NodeGroupObserved> found = new LinkedHashMap<>();
    for (Subject<NodeGroupSpec> subject : subjects) {
      search
          .find(
              subject,
              subject.spec().map(NodeGroupSpec::cluster),
              cluster ->
                  Stream.concat(
                          subject.last().flatMap(last -> last.text("name")).stream(),
                          subject.spec().map(NodeGroupSpec::name).stream())
                      .distinct()
                      .flatMap(name -> find(cluster, name).stream())
                      .findFirst())
          .ifPresent(
              group -> found.put(subject.id(), NodeGroupObserved.of(group, subject.id(), call)));
    }
    return found;
  }

  private Optional<Nodegroup> find(String cluster, String name) {
    return Refusals.find(
        () ->
            eks()
                .describeNodegroup(request -> request.clusterName(cluster).nodegroupName(name))
                .nodegroup(),
        NOT_FOUND);
  }

  @Override
  public Diff diff(NodeGroupSpec desired, NodeGroupObserved observed) {
    return NodeGroupDiff.of(desired, observed);
  }

  @Override
  public NodeGroupObserved create(ResourceId id, NodeGroupSpec spec, Call call) {
    CreateNodegroupRequest request =
        NodeGroupRequests.create(spec, Tags.of(id, spec.tags(), call), call.token());
    return NodeGroupObserved.of(
        EksProblems.withRole(spec.role().get(), () -> eks().createNodegroup(request).nodegroup()),
        id,
        call);
  }

  @Override
  public NodeGroupObserved update(
      ResourceId id, NodeGroupSpec spec, NodeGroupObserved observed, Call call) {
    Nodegroup after =
        new NodeGroupChange(
                eks(), observed.group().clusterName(), observed.group().nodegroupName(), call)
            .make(spec, observed);
    return NodeGroupObserved.of(after, id, call);
  }

  @Override
  public void delete(Subject<NodeGroupSpec> subject, NodeGroupObserved observed, Call call) {
    String cluster = observed.group().clusterName();
    String name = observed.group().nodegroupName();
    Deletion.begin(
        () -> eks().deleteNodegroup(request -> request.clusterName(cluster).nodegroupName(name)),
        () -> find(cluster, name),
        found -> found.status() == NodegroupStatus.DELETING);
  }

  @Override
  public Status status(NodeGroupObserved observed) {
    return switch (observed.group().status()) {
      case ACTIVE -> Status.CURRENT;
      case CREATING -> Status.inProgress("EKS makes it and waits for its nodes to join");
      case UPDATING -> Status.inProgress("EKS makes an update of it");
      case DELETING -> new Status.Terminating("EKS drains its nodes and deletes them");
      case DELETE_FAILED ->
          new Status.Terminating("EKS could not delete it: " + Health.told(observed.issues()));
      case CREATE_FAILED ->
          Status.failed("EKS could not make it: " + Health.told(observed.issues()));
      case DEGRADED -> Status.failed("it is degraded: " + Health.told(observed.issues()));
      case UNKNOWN_TO_SDK_VERSION ->
          Status.inProgress("EKS says that it is " + observed.group().statusAsString());
    };
  }

  @Override
  public Attributes predict(NodeGroupSpec spec) {
    return Attributes.of("cluster", spec.cluster().known().orElse(null), "name", spec.name());
  }

  @Override
  public Waiting waiting() {
    return WAITING;
  }

  private EksClient eks() {
    return clients.eks();
  }
}
