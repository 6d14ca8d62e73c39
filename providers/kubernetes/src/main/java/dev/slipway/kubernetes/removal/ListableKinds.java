package dev.slipway.kubernetes.removal;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Kinds;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The kinds whose objects can be listed, each once. */
final class ListableKinds {
  /** What others keep up: it follows what it is about, and has its labels. */
  private static final Set<String> DERIVED = Set.of("v1/Endpoints", "v1/Event", "v1/Binding");

  private ListableKinds() {}

  static Collection<Kinds.Kind> of(Cluster cluster) {
    return cluster.kinds().map(ListableKinds::of).orElse(List.of());
  }

  private static Collection<Kinds.Kind> of(Kinds kinds) {
    TreeMap<String, Kinds.Kind> found = new TreeMap<>();
    for (Kinds.Kind kind : kinds.kinds().values()) {
      if (kind.verbs().contains("list")
          && kind.verbs().contains("delete")
          && !DERIVED.contains(kind.apiVersion() + "/" + kind.kind())
          && !group(kind).equals("events.k8s.io")) {
        found.merge(
            kind.kind() + "." + group(kind),
            kind,
            (one, other) -> isStabler(other.apiVersion(), one.apiVersion()) ? other : one);
      }
    }
    return found.values();
  }

  /** A version without {@code alpha} or {@code beta} goes before one with. */
  private static boolean isStabler(String one, String other) {
    boolean stable = !one.contains("alpha") && !one.contains("beta");
    boolean otherStable = !other.contains("alpha") && !other.contains("beta");
    return stable == otherStable ? one.compareTo(other) > 0 : stable;
  }

  static String group(Kinds.Kind kind) {
    int slash = kind.apiVersion().indexOf('/');
    return slash < 0 ? "" : kind.apiVersion().substring(0, slash);
  }
}
