package dev.slipway.bench.engine;

import dev.slipway.engine.resource.Resource;
import dev.slipway.lab.cloud.Draft;
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
      Draft draft = Draft.plain("r" + i).size("size-" + random.nextInt(8));
      for (int e = 0; e < Math.min(EDGES, i); e++) {
        draft = draft.needs("sim.plain/r" + random.nextInt(i));
      }
      resources.add(draft.resource());
    }
    return resources;
  }
}
