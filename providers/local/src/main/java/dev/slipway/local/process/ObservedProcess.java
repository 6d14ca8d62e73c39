package dev.slipway.local.process;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.local.process.host.ProcessIdentity;
import dev.slipway.local.supervisor.Order;
import dev.slipway.local.supervisor.ProcessReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process as it was found.
 *
 * @param order what its supervisor is told to run; empty if only the process itself, or its log,
 *     was found
 * @param report what its supervisor last said of it
 * @param process the process itself, if it lives
 * @param supervised whether its supervisor lives
 * @param probe whether it serves
 * @param diskFull whether neither it nor its supervisor can write any more
 * @param logTail last lines of its log, if it fails again and again
 */
public record ObservedProcess(
    Optional<Order> order,
    Optional<ProcessReport> report,
    Optional<ProcessIdentity> process,
    boolean supervised,
    Probe probe,
    Path logFile,
    boolean diskFull,
    List<String> logTail)
    implements Observed {
  private static final int LOOP = 3;

  public ObservedProcess {
    logTail = List.copyOf(logTail);
  }

  @Override
  public Attributes attributes() {
    return Attributes.of(
        "pid", process.map(ProcessIdentity::pid).orElse(null),
        "started", process.map(ProcessIdentity::start).orElse(null),
        "log-file", logFile.toString(),
        "restarts", report.map(ProcessReport::restarts).orElse(0));
  }

  ObservedProcess withLogTail(List<String> lines) {
    return new ObservedProcess(order, report, process, supervised, probe, logFile, diskFull, lines);
  }

  boolean ready() {
    return process.isPresent() && probe instanceof Probe.Ready;
  }

  /** Whether the supervisor has taken note of the order as it is now. */
  boolean followed() {
    return order.isPresent()
        && report.map(ProcessReport::generation).equals(order.map(Order::generation));
  }

  /** Whether it ended so often, and each time so soon, that waiting won't help. */
  boolean looping() {
    return !ready() && followed() && report.get().failures() >= LOOP;
  }

  /** In one word: what a plan shows as {@code state}. */
  String state() {
    if (looping()) {
      return "failing";
    }
    return process.isEmpty() && !supervised ? "stopped" : "running";
  }
}
