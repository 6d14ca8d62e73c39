package dev.slipway.kubernetes.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.kubernetes.schema.BundledSchemas;
import dev.slipway.kubernetes.schema.Manifests;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Resources in their derived order, and what can be said of it. */
record Sequence(List<Resource<?>> resources, Graph graph) {
  static Sequence of(List<Resource<?>> wanted) {
    List<Resource<?>> ordered = DerivedOrder.of(wanted, BundledSchemas.of("1.34"));
    return new Sequence(ordered, Graph.of(ordered));
  }

  static Sequence of(String yaml) {
    return of(Manifests.resources(yaml));
  }

  /** An object's id, from {@code Deployment.apps/namespace/name}; others have their type in it. */
  static ResourceId id(String name) {
    return name.startsWith("local.") || name.startsWith("kubernetes.")
        ? ResourceId.parse(name)
        : new ResourceId(ObjectSpec.TYPE, name);
  }

  /** Whether one is made after another, and therefore removed before it. */
  boolean after(String later, String earlier) {
    assertThat(graph.contains(id(later))).as(later).isTrue();
    assertThat(graph.contains(id(earlier))).as(earlier).isTrue();
    Deque<ResourceId> open = new ArrayDeque<>(List.of(id(later)));
    Set<ResourceId> seen = new HashSet<>();
    while (!open.isEmpty()) {
      for (ResourceId need : graph.dependencies(open.remove())) {
        if (need.equals(id(earlier))) {
          return true;
        }
        if (seen.add(need)) {
          open.add(need);
        }
      }
    }
    return false;
  }

  Sequence has(String later, String... earlier) {
    for (String one : earlier) {
      assertThat(after(later, one)).as("%s after %s", later, one).isTrue();
    }
    return this;
  }

  Sequence hasNot(String later, String... earlier) {
    for (String one : earlier) {
      assertThat(after(later, one)).as("%s after %s", later, one).isFalse();
    }
    return this;
  }
}
