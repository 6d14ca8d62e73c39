package dev.slipway.kubernetes.removal;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.retry.Pause;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.cluster.Parallel;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a cluster still holds of a stack, by its mark. */
public record ClusterLeftovers(Cluster cluster, Pause pause) {
  private static final Duration LOOK = Duration.ofMillis(200);

  /** How often a group of objects that is going is looked at before the next is deleted. */
  private static final int LOOKS = 150;

  /**
   * Removes what carries the stack's mark: what webhooks and controllers must not hinder first,
   * what others need last. Claims go only if they are marked to.
   *
   * @param kept resources that hold data and stay on purpose
   */
  public void sweep(Set<ResourceId> kept, Call call) {
    TreeMap<Integer, List<ApiObject>> ranks = new TreeMap<>();
    for (ApiObject object : marked(kept, call)) {
      if (!isClaim(object) || Claims.goes(object, call.owner())) {
        ranks.merge(
            rank(object),
            List.of(object),
            (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream()).toList());
      }
    }
    ranks.values().forEach(objects -> remove(objects, call));
  }

  /** What is there of the stack, and what holds it. */
  public List<Leftover> leftovers(Set<ResourceId> kept, Call call) {
    return Parallel.map(marked(kept, call), this::leftover).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Leftover> leftover(ApiObject object) {
    return cluster
        .get(object.key())
        .map(
            live ->
                new Leftover(
                    live.key().groupKind(),
                    live.namespace().map(space -> space + "/").orElse("") + live.name(),
                    heldBy(live)));
  }

  private String heldBy(ApiObject live) {
    if (live.deleting()) {
      return "it is being deleted: " + new Holders(cluster).of(live);
    }
    return isClaim(live)
        ? "it holds data, and nothing says that the data is to go"
        : "it carries the stack's mark and was not deleted";
  }

  private void remove(List<ApiObject> objects, Call call) {
    List<ApiObject> left = objects;
    for (int look = 0; look < LOOKS && !call.cancelled(); look++) {
      left =
          Parallel.map(left, object -> deleted(object, call)).stream()
              .flatMap(Optional::stream)
              .toList();
      if (left.isEmpty()) {
        return;
      }
      try {
        pause.sleep(LOOK);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * Asks for the deletion of what is still there.
   *
   * @return what to look at again; nothing if it is gone, or can't be deleted and is a leftover
   */
  private Optional<ApiObject> deleted(ApiObject object, Call call) {
    try {
      Optional<ApiObject> live = cluster.get(object.key()).filter(same(object));
      live.ifPresent(there -> new Deletion(cluster, call).delete(there));
      return live;
    } catch (ProviderException refused) {
      return Optional.of(object).filter(_ -> refused.retry() != ProviderException.Retry.NEVER);
    } catch (DiagnosticException _) {
      return Optional.empty();
    }
  }

  private static java.util.function.Predicate<ApiObject> same(ApiObject object) {
    return live -> live.text("metadata", "uid").equals(object.text("metadata", "uid"));
  }

  private List<ApiObject> marked(Set<ResourceId> kept, Call call) {
    String selector = Mark.OWNER + "=" + call.owner();
    return Parallel.map(ListableKinds.of(cluster), kind -> listed(kind, selector)).stream()
        .flatMap(List::stream)
        .filter(object -> !kept.contains(object.key().id()))
        .filter(object -> object.objects("metadata", "ownerReferences").isEmpty())
        .toList();
  }

  private List<ApiObject> listed(Kinds.Kind kind, String selector) {
    return cluster.listMetadata(kind.apiVersion(), kind.kind(), Optional.empty(), selector).stream()
        .map(object -> object.with(kind.apiVersion(), "apiVersion").with(kind.kind(), "kind"))
        .toList();
  }

  private static boolean isClaim(ApiObject object) {
    return object.key().groupKind().equals("PersistentVolumeClaim");
  }

  private static int rank(ApiObject object) {
    ObjectKey key = object.key();
    boolean custom = key.group().contains(".") && !key.group().endsWith(".k8s.io");
    return switch (key.groupKind()) {
      case "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
          "MutatingWebhookConfiguration.admissionregistration.k8s.io" ->
          0;
      case "Ingress.networking.k8s.io" -> 2;
      case "Service" -> 3;
      case "PersistentVolumeClaim" -> 6;
      case "CustomResourceDefinition.apiextensions.k8s.io" -> 7;
      case "Namespace" -> 8;
      default -> custom ? 1 : key.group().equals("apps") || key.group().equals("batch") ? 4 : 5;
    };
  }
}
