package dev.slipway.engine.stack;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Refuses trees that aliases make endless, or far larger than the file. */
final class AliasLimit {
  /** Values that aliases may add to those that the file holds. */
  private static final long MOST_ADDED = 10_000;

  private static final long COUNTED = 100_000_000;

  private final Reporter reporter;
  private final IdentityHashMap<Node, Long> sizes = new IdentityHashMap<>();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

  AliasLimit(Reporter reporter) {
    this.reporter = reporter;
  }

  void check(Node root) {
    long size = size(root);
    if (size > sizes.size() + MOST_ADDED && reporter.isEmpty()) {
      reporter.report(
          StackProblem.ALIAS_BOMB,
          reporter.place(root),
          "The stack file holds "
              + sizes.size()
              + " values, but with its aliases written out it would hold more than "
              + MOST_ADDED
              + " more: aliases stand for lists or maps that hold aliases themselves.",
          "Remove the anchors (&name) and aliases (*name).");
    }
  }

  /** Number of values in the tree, as far as it is worth counting. */
  private long size(Node node) {
    Long known = sizes.get(node);
    if (known != null) {
      return known;
    }
    if (!open.add(node)) {
      reportLoop(node);
      return 1;
    }
    long size = 1;
    for (Node child : children(node)) {
      size = Math.min(COUNTED, size + size(child));
    }
    open.remove(node);
    sizes.put(node, size);
    return size;
  }

  private void reportLoop(Node node) {
    if (reporter.isEmpty()) {
      reporter.report(
          StackProblem.ALIAS_LOOP,
          reporter.place(node),
          "The value that starts here holds an alias of itself, so it has no end.",
          "Write out what the alias was meant to stand for.");
    }
  }

  private static List<Node> children(Node node) {
    return switch (node) {
      case MappingNode map ->
          map.getValue().stream()
              .flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()))
              .toList();
      case SequenceNode list -> list.getValue();
      default -> List.of();
    };
  }
}
