package dev.slipway.aws.eks;

import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Cluster;

/**
 * Looks for what belongs to a cluster: in the cluster where it was seen last, else in the one that
 * its spec names, else, while that isn't known, in every cluster of the stack. Used for one batch.
 */
public final class ClusterSearch {
  private static final String NOT_FOUND = "ResourceNotFoundException";

  private final EksClient eks;
  private final Call call;
  private List<String> ofStack;

  public ClusterSearch(EksClient eks, Call call) {
    this.eks = eks;
    this.call = call;
  }

  /**
   * What is found first.
   *
   * @param cluster the cluster's name as the spec has it
   * @param look looks in the cluster of a name; a refusal because something isn't found is no error
   */
  public <T> Optional<T> find(
      Subject<?> subject, Optional<Value<String>> cluster, Function<String, Optional<T>> look) {
    Optional<String> named =
        subject
            .last()
            .flatMap(last -> last.text("cluster"))
            .or(() -> cluster.flatMap(Value::known));
    return named.map(List::of).orElseGet(this::ofStack).stream()
        .flatMap(name -> Refusals.find(() -> look.apply(name), NOT_FOUND).stream())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private List<String> ofStack() {
    if (ofStack == null) {
      ofStack = eks.listClustersPaginator().clusters().stream().filter(this::isOfStack).toList();
    }
    return ofStack;
  }

  private boolean isOfStack(String name) {
    return Refusals.find(
            () -> eks.describeCluster(request -> request.name(name)).cluster(), NOT_FOUND)
        .map(Cluster::tags)
        .filter(tags -> call.owner().equals(tags.get(Tags.OWNER)))
        .isPresent();
  }
}
