package dev.slipway.local.process;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.provider.Waiting;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.local.supervisor.SupervisorProblems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Has the supervisor of a stack run processes, and sees whether they serve. */
public final class ProcessHandler implements ResourceHandler<ProcessSpec, ObservedProcess> {
  private static final Waiting WAITING =
      new Waiting(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofMinutes(5));

  private final Path stackFolder;

  /**
   * @param stackFolder the stack's own folder
   */
  public ProcessHandler(Path stackFolder) {
    this.stackFolder = stackFolder.toAbsolutePath().normalize();
  }

  @Override
  public String type() {
    return ProcessSpec.TYPE;
  }

  @Override
  public Class<ProcessSpec> specType() {
    return ProcessSpec.class;
  }

  @Override
  public Optional<ObservedProcess> read(Subject<ProcessSpec> subject, Call call) {
    ProcessDesk desk = desk(subject.id(), call);
    try {
      return desk.look();
    } catch (IOException e) {
      throw SupervisorProblems.files(stackFolder, e);
    }
  }

  @Override
  public Diff diff(ProcessSpec desired, ObservedProcess observed) {
    return ProcessDiff.of(desired, observed);
  }

  @Override
  public ObservedProcess create(ResourceId id, ProcessSpec spec, Call call) {
    return order(id, spec, call);
  }

  @Override
  public ObservedProcess update(
      ResourceId id, ProcessSpec spec, ObservedProcess observed, Call call) {
    return order(id, spec, call);
  }

  @Override
  public void delete(Subject<ProcessSpec> subject, ObservedProcess observed, Call call) {
    try {
      desk(subject.id(), call).withdraw(observed);
    } catch (IOException e) {
      throw SupervisorProblems.files(stackFolder, e);
    } catch (InterruptedException e) {
      throw SupervisorProblems.interrupted(e);
    }
  }

  @Override
  public Status status(ObservedProcess observed) {
    return ProcessStatus.of(observed);
  }

  /** Only the log's place outlives a restart; pid and start time may change at any moment. */
  @Override
  public Attributes stable(ProcessSpec desired, ObservedProcess observed, Diff diff) {
    return Attributes.of("log-file", observed.logFile().toString());
  }

  @Override
  public Waiting waiting() {
    return WAITING;
  }

  private ObservedProcess order(ResourceId id, ProcessSpec spec, Call call) {
    try {
      return desk(id, call).order(spec);
    } catch (IOException e) {
      throw SupervisorProblems.files(stackFolder, e);
    } catch (InterruptedException e) {
      throw SupervisorProblems.interrupted(e);
    }
  }

  private ProcessDesk desk(ResourceId id, Call call) {
    return ProcessDesk.of(stackFolder, id, call);
  }
}
