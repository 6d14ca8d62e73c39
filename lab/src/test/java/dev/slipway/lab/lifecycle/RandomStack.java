package dev.slipway.lab.lifecycle;

import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.cloud.Draft;
import dev.slipway.lab.cloud.Fault;
import dev.slipway.lab.cloud.Faults;
import dev.slipway.lab.cloud.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random versions of one stack: what is there, what it looks like and who needs whom changes. */
final class RandomStack {
  private static final Kind[] KINDS = {
    Kind.PLAIN, Kind.FIXED, Kind.PLAIN, Kind.SLOW, Kind.FIXED, Kind.SECRET, Kind.PLAIN, Kind.VOLUME
  };

  private final Random random;
  private final Set<ResourceId> kept = new HashSet<>();

  RandomStack(long seed) {
    this.random = new Random(seed);
  }

  Random random() {
    return random;
  }

  /** Things that hold data and were wanted at some time. */
  Set<ResourceId> kept() {
    return kept;
  }

  Graph next() {
    List<Integer> names = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      if (random.nextInt(4) > 0) {
        names.add(i);
      }
    }
    Collections.shuffle(names, random);
    List<Draft> drafts = new ArrayList<>();
    for (int name : names) {
      Kind kind = KINDS[name % KINDS.length];
      Draft draft = kind == Kind.VOLUME ? Draft.volume("n" + name) : Draft.of(kind, "n" + name);
      draft = draft.size("size-" + random.nextInt(2)).zone("zone-" + random.nextInt(2));
      if (kind == Kind.VOLUME) {
        kept.add(draft.resource().id());
      } else {
        draft = connected(draft, drafts);
      }
      drafts.add(draft);
    }
    Collections.shuffle(drafts, random);
    return Draft.graph(drafts);
  }

  private Draft connected(Draft draft, List<Draft> others) {
    Draft connected = draft;
    for (int i = random.nextInt(4); i > 0 && !others.isEmpty(); i--) {
      Draft other = others.get(random.nextInt(others.size()));
      connected =
          switch (random.nextInt(6)) {
            case 0 -> connected.zoneOf(other.id() + "#id");
            case 1 -> connected.zoneOf(other.id() + "#zone");
            case 2 -> connected.zone(Value.ref(other.resource().id(), "size"));
            case 3 -> connected.after(other.id());
            default -> connected.needs(other.id());
          };
    }
    return connected;
  }

  /** Things go wrong with this share of the calls. */
  Faults faults(double share, Fault... kinds) {
    Random own = new Random(random.nextLong());
    return (_, _) -> {
      synchronized (own) {
        return own.nextDouble() < share ? kinds[own.nextInt(kinds.length)] : Fault.NONE;
      }
    };
  }

  /** Something is changed or removed without Slipway. */
  void meddle(dev.slipway.lab.cloud.SimulatedCloud cloud, Graph graph) {
    for (Resource<?> resource : graph.resources()) {
      String id = resource.id().toString();
      if (kept.contains(resource.id()) || cloud.find(id).isEmpty()) {
        continue;
      }
      switch (random.nextInt(8)) {
        case 0 -> cloud.vanish(id);
        case 1 ->
            cloud.edit(
                id, spec -> Draft.plain("x").size("edited").zone(spec.zone()).resource().spec());
        default -> {}
      }
    }
  }
}
