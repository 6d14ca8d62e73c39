package dev.slipway.bench.engine;

import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.cloud.Kind;
import dev.slipway.lab.cloud.ThingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random stacks in which each resource needs three others. */
final class RandomGraph {
  private static final int EDGES = 3;

  private RandomGraph() {}

  /** The same for the same seed. */
  static List<Resource<ThingSpec>> of(int size, long seed) {
    Random random = new Random(seed);
    List<Resource<ThingSpec>> resources = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      List<Value<String>> needs = new ArrayList<>();
      for (int e = 0; e < Math.min(EDGES, i); e++) {
        needs.add(Value.ref(resources.get(random.nextInt(i)).id(), "id"));
      }
      resources.add(
          Resource.of(
              new ResourceId(Kind.PLAIN.type(), "r" + i),
              new ThingSpec("size-" + random.nextInt(8), Value.of("here"), needs, 0)));
    }
    return resources;
  }
}
