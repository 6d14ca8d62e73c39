package dev.slipway.local.supervisor;

import static dev.slipway.local.supervisor.ProcessReport.State.BACKING_OFF;
import static dev.slipway.local.supervisor.ProcessReport.State.RUNNING;
import static dev.slipway.local.supervisor.ProcessReport.State.STARTING;
import static dev.slipway.local.supervisor.ProcessReport.State.STOPPED;
import static dev.slipway.local.supervisor.ProcessReport.State.STOPPING;

import dev.slipway.local.process.host.Family;
import dev.slipway.local.process.host.MarkedProcess;
import dev.slipway.local.process.host.ProcessIdentity;
import dev.slipway.local.process.host.Stop;
import dev.slipway.local.supervisor.ProcessReport.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One process that is kept as its order says; advanced by the supervisor's only loop. */
final class Supervised {
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration SHORT_TICK = Duration.ofMillis(200);
  private static final Duration SOON = Duration.ofMillis(5);
  private static final Duration STOPPING_TICK = Duration.ofMillis(50);

  private final Family family;
  private final Starter starter;
  private final RestartPolicy policy;
  private final RandomGenerator random;
  private final ReportFile report;

  private Order order;
  private boolean wanted = true;
  private State state = STOPPED;
  private Instant since = Instant.now();
  private Optional<Running> running = Optional.empty();
  private Optional<Stop> stop = Optional.empty();
  private Series series = Series.NONE;
  private int restarts;
  private boolean again;
  private Optional<Exit> lastExit = Optional.empty();
  private long startAt = System.nanoTime();
  private Optional<Instant> nextStart = Optional.empty();

  Supervised(
      Order order,
      Family family,
      Starter starter,
      RestartPolicy policy,
      RandomGenerator random,
      Path reportFile) {
    this.order = order;
    this.family = family;
    this.starter = starter;
    this.policy = policy;
    this.random = random;
    this.report = new ReportFile(reportFile);
  }

  /**
   * Takes over what an earlier supervisor left: the reported process if it is that very process and
   * lives; one whose start wasn't reported any more; and stops whatever else belongs to it.
   */
  void adopt(Optional<ProcessReport> last) {
    last.ifPresent(
        before -> {
          restarts = before.restarts();
          lastExit = before.lastExit();
          again = before.launch().equals(order.launch().fingerprint());
        });
    Optional<ProcessIdentity> reported = last.flatMap(ProcessReport::process);
    if (reported.filter(ProcessIdentity::alive).isPresent()) {
      adopt(Running.adopted(reported.get(), last.get().launch()));
      return;
    }
    if (reported.isPresent()) {
      lastExit = Optional.of(new Exit(Optional.empty(), Optional.empty(), Instant.now()));
    }
    List<MarkedProcess> roots = family.roots();
    if (reported.isEmpty() && roots.size() == 1) {
      MarkedProcess root = roots.getFirst();
      adopt(Running.adopted(root.identity(), root.mark().launch()));
    } else if (!roots.isEmpty()) {
      stop();
    }
  }

  void order(Order next) {
    if (!wanted || next.generation() != order.generation()) {
      wanted = true;
      series = Series.NONE;
      startAt = System.nanoTime();
    }
    order = next;
  }

  void orderGone() {
    wanted = false;
  }

  /** Does what is due; whether it is over: not wanted, and nothing left of it. */
  boolean advance() {
    switch (state) {
      case RUNNING, STARTING -> watch();
      case STOPPING -> {
        if (stop.orElseThrow().advance()) {
          stop = Optional.empty();
          running = Optional.empty();
          enter(BACKING_OFF);
        }
      }
      case BACKING_OFF, STOPPED -> {
        if (wanted && System.nanoTime() - startAt >= 0) {
          start();
        }
      }
    }
    if (!wanted && (state == BACKING_OFF || state == STOPPED)) {
      report.delete();
      return true;
    }
    report.write(report());
    return false;
  }

  /** How long nothing will be due. */
  Duration pause() {
    return switch (state) {
      case STOPPING -> STOPPING_TICK;
      case RUNNING, STARTING -> running.flatMap(Running::child).isPresent() ? TICK : SHORT_TICK;
      case BACKING_OFF, STOPPED ->
          Duration.ofNanos(Math.clamp(startAt - System.nanoTime(), SOON.toNanos(), TICK.toNanos()));
    };
  }

  @Override
  public String toString() {
    return order.resource();
  }

  private void watch() {
    Running process = running.orElseThrow();
    if (!process.alive()) {
      failed(process.exit());
      running = Optional.empty();
      if (family.members(Optional.empty()).isEmpty()) {
        enter(BACKING_OFF);
      } else {
        stop();
      }
    } else if (!wanted || !process.launch().equals(order.launch().fingerprint())) {
      again = false;
      startAt = System.nanoTime();
      stop();
    } else {
      if (System.nanoTime() - process.since() >= policy.goodRun().toNanos()) {
        series = Series.NONE;
      }
      order.log().keepSmall();
    }
  }

  private void start() {
    if (again) {
      restarts++;
    } else {
      restarts = 0;
    }
    nextStart = Optional.empty();
    enter(STARTING);
    report.write(report());
    try {
      running = Optional.of(starter.start(order, family));
      enter(RUNNING);
    } catch (IOException | RuntimeException e) {
      failed(
          new Exit(Optional.empty(), Optional.of(String.valueOf(e.getMessage())), Instant.now()));
      enter(BACKING_OFF);
    }
  }

  private void failed(Exit exit) {
    lastExit = Optional.of(exit);
    series = series.failed(since);
    again = true;
    Duration pause = policy.pause(series.failures(), random);
    startAt = System.nanoTime() + pause.toNanos();
    nextStart = Optional.of(Instant.now().plus(pause));
    System.out.println(
        Instant.now() + " " + order.resource() + " " + exit.describe() + "; again in " + pause);
  }

  private void adopt(Running found) {
    running = Optional.of(found);
    enter(RUNNING);
    System.out.println(
        Instant.now()
            + " "
            + order.resource()
            + " adopted: pid "
            + found.identity().map(ProcessIdentity::pid).orElse(0L));
  }

  private void stop() {
    stop = Optional.of(new Stop(running.flatMap(Running::identity), family, order.grace()));
    enter(STOPPING);
  }

  private void enter(State next) {
    state = next;
    since = Instant.now();
  }

  private ProcessReport report() {
    return new ProcessReport(
        order.resource(),
        order.generation(),
        running.map(Running::launch).orElseGet(() -> order.launch().fingerprint()),
        state,
        running.flatMap(Running::identity),
        restarts,
        series.failures(),
        lastExit,
        since,
        series.since(),
        nextStart,
        order.log().file());
  }
}
