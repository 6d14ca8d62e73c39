package dev.slipway.local.port;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.io.IOException;
import java.net.BindException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reservations of ports. Nothing stands for one in the operating system until a process binds the
 * port, so what was written down is all there is to read.
 */
public final class PortHandler implements ResourceHandler<PortSpec, PortObserved> {
  @Override
  public String type() {
    return PortSpec.TYPE;
  }

  @Override
  public Class<PortSpec> specType() {
    return PortSpec.class;
  }

  @Override
  public Optional<PortObserved> read(Subject<PortSpec> subject, Call call) {
    Optional<PortObserved> reserved =
        subject
            .last()
            .flatMap(last -> last.number("number"))
            .map(number -> new PortObserved(Math.toIntExact(number)));
    reserved.ifPresent(port -> LoopbackPorts.take(port.number()));
    return reserved;
  }

  @Override
  public Diff diff(PortSpec desired, PortObserved observed) {
    return desired
        .number()
        .map(number -> Diff.builder().immutable("number", observed.number(), number).build())
        .orElse(Diff.NONE);
  }

  @Override
  public PortObserved create(ResourceId id, PortSpec spec, Call call) {
    try {
      return spec.number().isPresent()
          ? reserve(spec.number().get(), call)
          : new PortObserved(LoopbackPorts.free().orElseThrow(PortHandler::noneFree));
    } catch (IOException failure) {
      throw ProviderException.passing(
          Diagnostic.environment(
              "PORT-NOT-CHECKED",
              "It can't be seen whether a port is free",
              "The operating system refused to open a socket on 127.0.0.1: "
                  + failure.getMessage()
                  + ".",
              "Check that the loopback interface is up and that the limit of open files is not"
                  + " reached, then run the same command again."));
    }
  }

  @Override
  public PortObserved update(ResourceId id, PortSpec spec, PortObserved observed, Call call) {
    return observed;
  }

  @Override
  public void delete(Subject<PortSpec> subject, PortObserved observed, Call call) {
    LoopbackPorts.release(observed.number());
  }

  /** A reservation is gone as soon as nobody keeps it. */
  @Override
  public Optional<PortObserved> readDeleted(Subject<PortSpec> subject, Call call) {
    return Optional.empty();
  }

  @Override
  public Status status(PortObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(PortSpec spec) {
    return spec.number().map(number -> Attributes.of("number", number)).orElse(Attributes.NONE);
  }

  /** A port that a process of this very stack listens on is the stack's already. */
  private static PortObserved reserve(int number, Call call) throws IOException {
    Optional<BindException> refusal = LoopbackPorts.refusal(number);
    if (refusal.isPresent()) {
      if (String.valueOf(refusal.get().getMessage())
          .toLowerCase(Locale.ROOT)
          .contains("permission")) {
        throw ProviderException.refused(notPermitted(number));
      }
      Optional<PortHolder> holder = PortHolder.of(number);
      if (!holder.flatMap(PortHolder::owner).equals(Optional.of(call.owner()))) {
        throw ProviderException.refused(inUse(number, holder));
      }
    }
    LoopbackPorts.take(number);
    return new PortObserved(number);
  }

  private static Diagnostic inUse(int number, Optional<PortHolder> holder) {
    String who =
        holder
            .map(process -> "by process " + process.pid() + " (" + process.command() + ")")
            .orElse("by another process, which this user may not see");
    return Diagnostic.environment(
        "PORT-IN-USE",
        "A port is in use",
        "Port %d on 127.0.0.1 is in use %s.".formatted(number, who),
        "End that process if it is yours to end, or choose another port with the key 'port:' in"
            + " the stack file, then run the same command again.");
  }

  private static Diagnostic notPermitted(int number) {
    return Diagnostic.environment(
        "PORT-NOT-PERMITTED",
        "A port may not be used",
        "The operating system does not let this user listen on port %d.".formatted(number),
        "Choose a port from 1024 to 65535 with the key 'port:' in the stack file, then run the"
            + " same command again.");
  }

  private static ProviderException noneFree() {
    return ProviderException.refused(
        Diagnostic.environment(
            "PORT-NONE-FREE",
            "No port is free",
            "Every port from 20000 to 32767 on 127.0.0.1 is in use.",
            "End processes that listen on ports there, or choose a port with the key 'port:' in"
                + " the stack file, then run the same command again."));
  }
}
