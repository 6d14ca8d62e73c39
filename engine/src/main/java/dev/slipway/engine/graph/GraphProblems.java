package dev.slipway.engine.graph;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Nearest;
import dev.slipway.engine.resource.ResourceId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with a graph. */
final class GraphProblems {
  private GraphProblems() {}

  static Diagnostic duplicate(ResourceId id) {
    return Diagnostic.user(
        "GRAPH-DUPLICATE",
        "Two resources have the same name",
        "The stack has more than one resource " + id + ".",
        "Give one of them another name.");
  }

  static Diagnostic missing(Graph.Edge edge, Collection<ResourceId> known) {
    String nearest =
        Nearest.to(edge.to().toString(), known.stream().map(ResourceId::toString).toList())
            .map(name -> " Did you mean " + name + "?")
            .orElse("");
    return Diagnostic.user(
        "GRAPH-MISSING",
        "A resource refers to one that isn't there",
        edge + ", but the stack has no " + edge.to() + ".",
        "Add the missing resource or remove the reference." + nearest);
  }

  static Diagnostic cycle(List<Graph.Edge> edges) {
    return Diagnostic.user(
        "GRAPH-CYCLE",
        "Resources depend on each other in a circle",
        edges.stream()
            .map(Graph.Edge::toString)
            .collect(Collectors.joining(";\n", "No order satisfies these dependencies:\n", ".")),
        "Remove one of these dependencies.");
  }
}
