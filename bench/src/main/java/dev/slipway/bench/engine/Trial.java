package dev.slipway.bench.engine;

import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.journal.Journal;
import dev.slipway.engine.journal.StackLock;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Planner;
import dev.slipway.engine.provider.Handlers;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.engine.retry.Pause;
import dev.slipway.lab.cloud.SimulatedCloud;
import dev.slipway.lab.cloud.SimulatedProvider;
import dev.slipway.lab.cloud.ThingSpec;
import dev.slipway.lab.rig.LookingCall;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One stack planned and applied with a real journal in a folder of its own.
 *
 * @param plan wall time of making the graph and the plan
 * @param apply wall time of applying it
 * @param cpu processor time of both
 */
record Trial(Duration plan, Duration apply, Duration cpu) {

  Duration total() {
    return plan.plus(apply);
  }

  /**
   * Runs one.
   *
   * @param latency of each call on a resource; real time
   */
  static Trial run(List<Resource<ThingSpec>> resources, Function<ResourceId, Duration> latency)
      throws IOException {
    Path folder = Files.createTempDirectory("slipway-bench");
    try (StackLock lock = StackLock.take(folder, "bench")) {
      return measured(resources, latency, lock.openJournal());
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Trial measured(
      List<Resource<ThingSpec>> resources,
      Function<ResourceId, Duration> latency,
      Journal journal) {
    SimulatedCloud cloud = new SimulatedCloud();
    Handlers handlers =
        new Handlers(List.of(SimulatedProvider.of(cloud).with(latency, Pause.REAL)));
    Applier applier =
        new Applier(
            handlers,
            cloud.secrets(),
            EventSink.NONE,
            Backoff.DEFAULT,
            Pause.REAL,
            "bench",
            "bench");
    long cpuBefore = cpuNanos();
    long began = System.nanoTime();
    Plan plan =
        new Planner(handlers)
            .plan(
                Graph.of(resources),
                journal.state(),
                Map.of(),
                new LookingCall("bench", "bench-1", cloud.secrets()));
    long planned = System.nanoTime();
    Applier.Result result = applier.apply(plan, journal, "up", new Cancellation());
    long applied = System.nanoTime();
    long cpu = cpuNanos() - cpuBefore;
    if (result.outcome().finished() != resources.size() || !cloud.violations().isEmpty()) {
      throw new IllegalStateException(result.outcome() + " " + cloud.violations());
    }
    return new Trial(
        Duration.ofNanos(planned - began),
        Duration.ofNanos(applied - planned),
        Duration.ofNanos(cpu));
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
