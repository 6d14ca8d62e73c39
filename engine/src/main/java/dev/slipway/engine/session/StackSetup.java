package dev.slipway.engine.session;

import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.stack.Launch;
import dev.slipway.engine.stack.Output;
import dev.slipway.engine.stack.TargetKind;
import dev.slipway.engine.verify.Proof;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A stack with its opened target, until it is closed.
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
    String version)
    implements AutoCloseable {
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

  /** Everything that the blueprints want. A resource that several want alike is wanted once. */
  List<Resource<?>> resources() {
    return launches.stream()
        .<Resource<?>>flatMap(launch -> launch.resources().stream())
        .distinct()
        .toList();
  }

  public List<Output> outputs() {
    return launches.stream().flatMap(launch -> launch.outputs().stream()).toList();
  }

  public List<Proof> proofs() {
    return launches.stream().map(Launch::proof).toList();
  }

  /** Lets the providers begin to connect while the stack's journal is read. */
  public void prepare() {
    List<Resource<?>> wanted = resources();
    access.providers().forEach(provider -> provider.prepare(wanted));
  }

  @Override
  public void close() {
    access.providers().forEach(Provider::close);
  }
}
