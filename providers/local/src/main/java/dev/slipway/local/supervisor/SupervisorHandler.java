package dev.slipway.local.supervisor;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.local.LocalTarget;
import dev.slipway.local.process.host.Family;
import dev.slipway.local.process.host.MarkedProcess;
import dev.slipway.local.process.host.ProcessIdentity;
import dev.slipway.local.process.host.Processes;
import dev.slipway.local.process.host.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts, finds and ends the supervisor of a stack. */
public final class SupervisorHandler
    implements ResourceHandler<SupervisorSpec, ObservedSupervisor> {
  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final SupervisorFolder folder;

  /**
   * @param stackFolder the stack's own folder
   */
  public SupervisorHandler(Path stackFolder) {
    this.folder = SupervisorFolder.of(stackFolder);
  }

  @Override
  public String type() {
    return SupervisorSpec.TYPE;
  }

  @Override
  public Class<SupervisorSpec> specType() {
    return SupervisorSpec.class;
  }

  @Override
  public Optional<ObservedSupervisor> read(Subject<SupervisorSpec> subject, Call call) {
    return find(subject.id(), call)
        .or(
            () ->
                Files.exists(folder.path())
                    ? Optional.of(new ObservedSupervisor(folder.path(), Optional.empty(), false))
                    : Optional.empty());
  }

  @Override
  public Diff diff(SupervisorSpec desired, ObservedSupervisor observed) {
    return Diff.builder().field("state", observed.state(), "running").build();
  }

  @Override
  public Attributes predict(SupervisorSpec spec) {
    return Attributes.of(
        "folder", folder.path().toString(),
        "secrets-folder", folder.path().resolveSibling(LocalTarget.SECRETS).toString());
  }

  @Override
  public Attributes stable(SupervisorSpec desired, ObservedSupervisor observed, Diff diff) {
    return predict(desired);
  }

  @Override
  public ObservedSupervisor create(ResourceId id, SupervisorSpec spec, Call call) {
    return ensure(id, spec.name(), call);
  }

  @Override
  public ObservedSupervisor update(
      ResourceId id, SupervisorSpec spec, ObservedSupervisor observed, Call call) {
    return ensure(id, spec.name(), call);
  }

  @Override
  public void delete(Subject<SupervisorSpec> subject, ObservedSupervisor observed, Call call) {
    try {
      if (observed.process().isPresent()) {
        end(observed.process().get(), subject.id(), call);
      }
      for (MarkedProcess stray : Processes.marked(call.owner(), subject.id().toString())) {
        end(stray.identity(), subject.id(), call);
      }
      for (Order order : Reports.orders(folder)) {
        new Stop(Optional.empty(), new Family(call.owner(), order.resource()), order.grace())
            .await();
      }
      folder.delete();
    } catch (IOException e) {
      throw SupervisorProblems.files(folder.path(), e);
    } catch (InterruptedException e) {
      throw SupervisorProblems.interrupted(e);
    }
  }

  @Override
  public Status status(ObservedSupervisor observed) {
    if (observed.process().isEmpty()) {
      return Status.failed("it does not run");
    }
    return observed.serving()
        ? Status.CURRENT
        : Status.inProgress("it does not take orders from " + observed.folder() + " yet");
  }

  private Optional<ObservedSupervisor> find(ResourceId id, Call call) {
    return recorded()
        .or(
            () ->
                new Family(call.owner(), id.toString())
                    .roots().stream()
                        .findFirst()
                        .map(
                            root ->
                                new ObservedSupervisor(
                                    folder.path(), Optional.of(root.identity()), false)));
  }

  private Optional<ObservedSupervisor> recorded() {
    try {
      return folder
          .supervisor()
          .map(process -> new ObservedSupervisor(folder.path(), Optional.of(process), true));
    } catch (IOException e) {
      throw SupervisorProblems.files(folder.path(), e);
    }
  }

  /** Waits for the one that is there to take orders or go, and starts one if there is none. */
  private ObservedSupervisor ensure(ResourceId id, String name, Call call) {
    long deadline = System.nanoTime() + START.toNanos();
    try {
      Optional<Process> started = Optional.empty();
      while (System.nanoTime() - deadline < 0) {
        boolean starting = started.filter(Process::isAlive).isPresent();
        Optional<ObservedSupervisor> found = starting ? recorded() : find(id, call);
        if (found.filter(ObservedSupervisor::serving).isPresent()) {
          return found.get();
        }
        if (found.isEmpty() && !starting) {
          throwIfFailed(started);
          folder.create();
          started =
              Optional.of(new SupervisorLaunch(folder, call.owner(), id.toString(), name).start());
        }
        Thread.sleep(10);
      }
      throw SupervisorProblems.notStarted(
          "takes no orders after " + START.toSeconds() + " s", tail(), Optional.empty());
    } catch (IOException e) {
      throw SupervisorProblems.notStarted(
          "could not be started: " + e.getMessage(), tail(), Optional.of(e));
    } catch (InterruptedException e) {
      throw SupervisorProblems.interrupted(e);
    }
  }

  private void throwIfFailed(Optional<Process> started) throws ProviderException {
    if (started.isPresent() && started.get().exitValue() != SupervisorMain.ANOTHER) {
      throw SupervisorProblems.notStarted(
          "ended at once with code " + started.get().exitValue(), tail(), Optional.empty());
    }
  }

  /**
   * It stops its processes itself; only when it takes longer than all of them may, it is killed.
   */
  private void end(ProcessIdentity supervisor, ResourceId id, Call call)
      throws InterruptedException {
    Duration longest =
        Reports.orders(folder).stream()
            .map(Order::grace)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    new Stop(Optional.of(supervisor), new Family(call.owner(), id.toString()), longest.plus(MARGIN))
        .await();
  }

  private List<String> tail() {
    try {
      return folder.log().tail(10);
    } catch (IOException _) {
      return List.of();
    }
  }
}
