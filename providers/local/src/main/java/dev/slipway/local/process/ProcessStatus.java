package dev.slipway.local.process;

import dev.slipway.engine.resource.Status;
import dev.slipway.local.supervisor.Exit;
import dev.slipway.local.supervisor.ProcessReport;
import java.time.Duration;

/** Says how a process fares. */
final class ProcessStatus {
  private ProcessStatus() {}

  static Status of(ObservedProcess observed) {
    if (observed.order().isEmpty()) {
      return observed.process().isPresent()
          ? Status.inProgress("it runs, but nobody supervises it")
          : Status.NOT_FOUND;
    }
    if (!observed.supervised() && observed.process().isEmpty()) {
      return Status.failed("it does not run, and neither does its supervisor");
    }
    if (!observed.supervised()) {
      return running(observed);
    }
    if (observed.diskFull() && !observed.ready()) {
      return Status.failed(
          "the disk with its log "
              + observed.logFile()
              + " is full, so that neither it nor its"
              + " supervisor can write");
    }
    if (!observed.followed()) {
      return Status.inProgress("its supervisor has yet to take the order");
    }
    if (observed.looping()) {
      return Status.failed(loop(observed, observed.report().get()));
    }
    return switch (observed.report().get().state()) {
      case STARTING, RUNNING -> running(observed);
      case STOPPING -> Status.inProgress("it is being stopped, to be started anew");
      case BACKING_OFF, STOPPED -> Status.inProgress(pausing(observed.report().get()));
    };
  }

  private static Status running(ObservedProcess observed) {
    if (observed.process().isEmpty()) {
      return Status.inProgress("its supervisor starts it");
    }
    return switch (observed.probe()) {
      case Probe.Ready _ -> Status.CURRENT;
      case Probe.NotReady(String reason) -> Status.inProgress("starting: " + reason);
      case Probe.Held held -> Status.inProgress("starting: " + held.reason());
    };
  }

  private static String pausing(ProcessReport report) {
    return report.lastExit().map(Exit::describe).map(exit -> "it " + exit + "; ").orElse("")
        + "it will be started again in a moment";
  }

  private static String loop(ObservedProcess observed, ProcessReport report) {
    Exit exit = report.lastExit().orElseThrow();
    StringBuilder reason = new StringBuilder(exit.describe());
    reason.append(" ").append(times(report.failures()));
    report
        .failingSince()
        .ifPresent(
            since ->
                reason
                    .append(" in ")
                    .append(Math.max(1, Duration.between(since, exit.at()).toSeconds()))
                    .append(" s"));
    if (observed.probe() instanceof Probe.Held held) {
      reason.append("; ").append(held.reason());
    }
    if (observed.logTail().isEmpty()) {
      reason.append("; its log ").append(observed.logFile()).append(" is empty");
    } else {
      reason.append("; last lines of its log ").append(observed.logFile()).append(":");
      observed.logTail().forEach(line -> reason.append("\n  ").append(line));
    }
    return reason.toString();
  }

  private static String times(int failures) {
    return failures == 3 ? "three times" : failures + " times";
  }
}
