package dev.slipway.kubernetes.object;

import dev.slipway.engine.provider.Subject;
import dev.slipway.kubernetes.cluster.Kinds;
import java.util.Comparator;
import java.util.Optional;

/** Where an object is looked for. */
final class Located {
  private Located() {}

  /** The object's key in a version that the server knows; empty if it knows none of its kind. */
  static Optional<ObjectKey> of(Subject<ObjectSpec> subject, Kinds kinds) {
    if (subject.spec().isPresent()) {
      ObjectKey key = subject.spec().get().key();
      if (kinds.find(key.apiVersion(), key.kind()).isPresent()) {
        return Optional.of(key);
      }
    }
    String[] parts = subject.id().name().split("/", 3);
    if (parts.length < 2) {
      return Optional.empty();
    }
    Optional<String> namespace = parts.length == 3 ? Optional.of(parts[1]) : Optional.empty();
    return kinds.kinds().values().stream()
        .map(
            kind ->
                new ObjectKey(kind.apiVersion(), kind.kind(), namespace, parts[parts.length - 1]))
        .filter(key -> key.groupKind().equals(parts[0]))
        .max(Comparator.comparing(ObjectKey::apiVersion));
  }
}
