package dev.slipway.lab.assertion;

import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.plan.Known;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.cloud.SimulatedCloud;
import dev.slipway.lab.cloud.SimulatedCloud.Violation;
import dev.slipway.lab.cloud.Thing;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Asserts what there is in the simulated cloud and what was done to it. */
public final class CloudAssert extends AbstractAssert<CloudAssert, SimulatedCloud> {
  CloudAssert(SimulatedCloud cloud) {
    super(cloud, CloudAssert.class);
  }

  /** Everything that the graph wants, as it wants it and current, and nothing else. */
  public CloudAssert holdsExactly(Graph graph) {
    Map<ResourceId, Thing> there = new HashMap<>();
    Known known = new Known();
    for (Thing thing : actual.things()) {
      there.put(thing.id(), thing);
      known.put(thing.id(), thing.attributes());
    }
    Assertions.assertThat(there.keySet())
        .containsExactlyInAnyOrderElementsOf(
            graph.resources().stream().<ResourceId>map(Resource::id).toList());
    for (Resource<?> resource : graph.resources()) {
      Thing thing = there.get(resource.id());
      Assertions.assertThat(thing.spec())
          .as("%s", resource.id())
          .isEqualTo(known.resolve(resource.spec()));
      Assertions.assertThat(thing.terminating()).isFalse();
      Assertions.assertThat(thing.looksLeft()).as("looks until %s is ready", thing.id()).isZero();
    }
    return this;
  }

  public CloudAssert holds(String id) {
    Assertions.assertThat(actual.find(id)).as(id).isPresent();
    return this;
  }

  public CloudAssert lacks(String id) {
    Assertions.assertThat(actual.find(id)).as(id).isEmpty();
    return this;
  }

  public CloudAssert isEmpty() {
    Assertions.assertThat(actual.things()).isEmpty();
    Assertions.assertThat(actual.secrets().plaintexts()).isEmpty();
    return this;
  }

  /** Nothing was made twice, used when it was deleted, or touched without being ours. */
  public CloudAssert sawNoViolation() {
    Assertions.assertThat(actual.violations()).isEmpty();
    return this;
  }

  /**
   * As {@link #sawNoViolation}, but a thing may have been deleted while others used it, as a
   * replacement does before it makes the new one.
   */
  public CloudAssert sawNoViolationButReplacements() {
    Assertions.assertThat(actual.violations())
        .extracting(Violation::rule)
        .allMatch(rule -> rule.equals("used"));
    return this;
  }
}
