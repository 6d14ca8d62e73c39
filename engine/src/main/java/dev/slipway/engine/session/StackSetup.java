package dev.slipway.engine.session;

import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Output;
import dev.slipway.engine.stack.TargetKind;
import dev.slipway.engine.verify.Proof;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A stack with its opened target.
 *
 * @param stack the stack's name
 * @param folder the stack's own folder, where its journal lies
 * @param launches what the blueprints made of its systems
 * @param version Slipway's own
 */
public record StackSetup(
    String stack,
    Path folder,
    TargetKind.Access access,
    List<Launch> launches,
    EventSink events,
    String version) {
  public StackSetup {
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(access, "access");
    launches = List.copyOf(launches);
    Objects.requireNonNull(events, "events");
    Objects.requireNonNull(version, "version");
  }

  public String owner() {
    return Owner.of(stack, folder);
  }

  /**
   * Everything that the stack wants. A resource that several systems want alike is wanted once.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if the graph isn't sound
   */
  public Graph graph() {
    return Graph.of(
        launches.stream().flatMap(launch -> launch.resources().stream()).distinct().toList());
  }

  /** What becomes of each resource of the stack when it leaves. */
  Map<ResourceId, Removal> removals() {
    Map<ResourceId, Removal> removals = new HashMap<>();
    for (Launch launch : launches) {
      for (Resource<?> resource : launch.resources()) {
        removals.put(resource.id(), resource.removal());
      }
    }
    return removals;
  }

  /** The resources that stay when the stack goes down, since they hold data. */
  Set<ResourceId> kept() {
    Map<ResourceId, Removal> removals = removals();
    removals.values().removeIf(removal -> removal != Removal.KEEP);
    return removals.keySet();
  }

  public List<Output> outputs() {
    return launches.stream().flatMap(launch -> launch.outputs().stream()).toList();
  }

  public List<Proof> proofs() {
    return launches.stream().map(Launch::proof).toList();
  }
}
