package dev.slipway.engine.session;

import dev.slipway.engine.event.Event;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.journal.State;
import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Proof;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a stack wants with everything expanded, found once a command. Not for several threads. */
final class Expansions {
  private final StackSetup setup;
  private final Map<Provider.Purpose, Expanded> found = new EnumMap<>(Provider.Purpose.class);

  Expansions(StackSetup setup) {
    this.setup = setup;
  }

  /**
   * @param kept the resources that stay when the stack goes down, since they hold data
   */
  record Expanded(Graph graph, List<Proof> proofs, Set<ResourceId> kept) {}

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if something can't be expanded, or
   *     the graph isn't sound
   */
  Expanded expanded(Provider.Purpose purpose, State state) {
    Expanded known = found.get(purpose);
    if (known == null) {
      known = expand(purpose, state);
      found.put(purpose, known);
    }
    return known;
  }

  private Expanded expand(Provider.Purpose purpose, State state) {
    Map<ResourceId, Map<String, Object>> last = new HashMap<>();
    state.resources().forEach((id, resource) -> last.put(id, resource.spec()));
    List<Proof> proofs = new ArrayList<>(setup.proofs());
    List<Resource<?>> resources = setup.resources();
    ReadCall call = new ReadCall(setup.stack(), setup.owner(), setup.access().secrets());
    for (Provider provider : setup.access().providers()) {
      Expansion expansion = provider.expand(resources, last, purpose, call);
      resources = expansion.resources();
      proofs.addAll(expansion.proofs());
      expansion.notices().forEach(notice -> setup.events().accept(new Event.Noticed(notice)));
    }
    Set<ResourceId> kept = new TreeSet<>();
    for (Resource<?> resource : resources) {
      if (resource.removal() == Removal.KEEP) {
        kept.add(resource.id());
      }
    }
    return new Expanded(Graph.of(resources), List.copyOf(proofs), kept);
  }
}
