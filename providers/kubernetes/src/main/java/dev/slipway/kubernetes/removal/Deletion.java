package dev.slipway.kubernetes.removal;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Cluster.Propagation;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Set;

/** Deletes one object of the stack, with care for what would go with it. */
public record Deletion(Cluster cluster, Call call) {
  private static final String DEFINITION = "CustomResourceDefinition.apiextensions.k8s.io";

  /** Kinds of Kubernetes whose objects make others that are to go first. */
  private static final Set<String> OWNERS =
      Set.of(
          "Deployment.apps",
          "StatefulSet.apps",
          "DaemonSet.apps",
          "ReplicaSet.apps",
          "ReplicationController",
          "Job.batch",
          "CronJob.batch");

  /**
   * Begins to delete it if it carries the stack's mark.
   *
   * @throws ProviderException if others' objects would go with it
   */
  public void delete(ApiObject live) {
    if (!call.owner().equals(live.labels().get(Mark.OWNER))) {
      return;
    }
    if (live.deleting()) {
      if (new Finalizers(cluster, call.owner()).release(live)) {
        call.progress("took finalizers that nobody handles any more from " + live.key());
      }
      return;
    }
    switch (live.key().groupKind()) {
      case DEFINITION -> refuseIfUsed(live);
      case "Namespace" -> {
        if (new NamespaceContent(cluster, call).keeps(live)) {
          return;
        }
      }
      case "StatefulSet.apps" -> {
        List<String> kept = new Claims(cluster, call.owner(), call.stack()).settle(live);
        if (!kept.isEmpty()) {
          call.progress("keeps the data in its claims: " + String.join(", ", kept));
        }
      }
      default -> {}
    }
    cluster.delete(live.key(), live.text("metadata", "uid"), propagation(live));
    if (live.key().groupKind().equals(DEFINITION)) {
      cluster.forgetKinds();
    }
  }

  private static Propagation propagation(ApiObject live) {
    boolean custom = live.key().group().contains(".") && !live.key().group().endsWith(".k8s.io");
    return custom || OWNERS.contains(live.key().groupKind())
        ? Propagation.FOREGROUND
        : Propagation.BACKGROUND;
  }

  private void refuseIfUsed(ApiObject definition) {
    List<String> others =
        Holders.instancesOf(cluster, definition).stream()
            .filter(object -> !call.owner().equals(object.labels().get(Mark.OWNER)))
            .filter(object -> object.objects("metadata", "ownerReferences").isEmpty())
            .filter(object -> !object.deleting())
            .map(object -> object.key().toString())
            .toList();
    if (!others.isEmpty()) {
      throw ProviderException.refused(RemovalProblems.definitionInUse(definition.key(), others));
    }
  }
}
