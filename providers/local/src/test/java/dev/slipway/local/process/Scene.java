package dev.slipway.local.process;

import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import dev.slipway.local.process.host.Mark;
import dev.slipway.local.process.host.MarkedProcess;
import dev.slipway.local.process.host.ProcessIdentity;
import dev.slipway.local.process.host.Processes;
import dev.slipway.local.process.host.Until;
import dev.slipway.local.supervisor.ObservedSupervisor;
import dev.slipway.local.supervisor.ProcessReport;
import dev.slipway.local.supervisor.Reports;
import dev.slipway.local.supervisor.SupervisorHandler;
import dev.slipway.local.supervisor.SupervisorSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** A stack's folder with real handlers; whatever was started for it is ended on closing. */
public final class Scene implements AutoCloseable {
  public static final ResourceId SUPERVISOR = new ResourceId(SupervisorSpec.TYPE, "stack");
  public static final ResourceId PROCESS = new ResourceId(ProcessSpec.TYPE, "it");
  public static final SupervisorSpec SUPERVISOR_SPEC = new SupervisorSpec("test");

  public final Path folder;
  public final TestCall call = new TestCall("test-" + UUID.randomUUID());
  public final SupervisorHandler supervisors;
  public final ProcessHandler processes;

  public Scene(Path folder) {
    this.folder = folder;
    this.supervisors = new SupervisorHandler(folder);
    this.processes = new ProcessHandler(folder);
  }

  public ObservedSupervisor supervise() {
    return supervisors.create(SUPERVISOR, SUPERVISOR_SPEC, call);
  }

  public Optional<ObservedSupervisor> supervisor() {
    return supervisors.read(
        new Subject<>(SUPERVISOR, Optional.of(SUPERVISOR_SPEC), Optional.empty()), call);
  }

  public ObservedProcess run(ProcessSpec spec) {
    return processes.create(PROCESS, spec, call);
  }

  public Subject<ProcessSpec> subject() {
    return new Subject<>(PROCESS, Optional.empty(), Optional.empty());
  }

  public Optional<ObservedProcess> read() {
    return processes.read(subject(), call);
  }

  public Status status() {
    return read().map(processes::status).orElse(Status.NOT_FOUND);
  }

  public void remove() {
    processes.delete(subject(), read().orElseThrow(), call);
  }

  public void removeSupervisor() {
    supervisors.delete(
        new Subject<>(SUPERVISOR, Optional.empty(), Optional.empty()),
        supervisor().orElseThrow(),
        call);
  }

  /** The running process, which is not one of {@code others}. */
  public ProcessIdentity process(ProcessIdentity... others) {
    return Until.gives(
        "the process runs",
        () ->
            read()
                .flatMap(ObservedProcess::process)
                .filter(process -> !List.of(others).contains(process)));
  }

  public ProcessReport report() {
    return Reports.read(folder).getFirst();
  }

  /** Processes of the stack other than its supervisor. */
  public List<MarkedProcess> supervised() {
    return Processes.marked(call.owner(), PROCESS.toString());
  }

  /** Kills the supervisor as by {@code kill -9}. */
  public void killSupervisor() {
    ProcessIdentity supervisor = supervisor().orElseThrow().process().orElseThrow();
    supervisor.kill();
    Until.holds("the supervisor is dead", () -> !supervisor.alive());
  }

  public ProcessSpec listener(int port) {
    return new ProcessSpec(
        Value.of(folder.toString()),
        new Program.Slipway(Listener.class.getName()),
        List.of(Value.of(String.valueOf(port))),
        new TreeMap<>(),
        new Readiness.Tcp(Value.of(String.valueOf(port))),
        Duration.ofSeconds(20));
  }

  public ProcessSpec shell(String script, Duration grace) {
    return new ProcessSpec(
        Value.of(folder.toString()),
        new Program.Executable(Value.of("/bin/sh")),
        List.of(Value.of("-c"), Value.of(script)),
        new TreeMap<>(),
        new Readiness.Tcp(Value.of(String.valueOf(freePort()))),
        grace);
  }

  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends supervisors first, so that they don't bring back what is ended next. */
  @Override
  public void close() {
    for (MarkedProcess process : Processes.marked(call.owner())) {
      if (process.mark().resource().startsWith(SupervisorSpec.TYPE)) {
        process.identity().kill();
        Until.holds("a supervisor is dead", () -> !process.identity().alive());
      }
    }
    Until.holds(
        "every process marked with " + Mark.OWNER + "=" + call.owner() + " is dead",
        () -> {
          List<MarkedProcess> left = Processes.marked(call.owner());
          left.forEach(process -> process.identity().kill());
          return left.isEmpty();
        });
  }
}
