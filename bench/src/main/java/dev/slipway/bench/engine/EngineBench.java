package dev.slipway.bench.engine;

import dev.slipway.bench.Machine;
import dev.slipway.bench.Results;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.spec.References;
import dev.slipway.lab.cloud.ThingSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** The engine alone, against the simulated cloud, with a real journal that is forced to disk. */
public final class EngineBench {
  private static final int RUNS = 5;
  private static final int LARGE = 100_000;
  private static final int SMALL = 1_000;
  private static final int SMALL_IN_ONE = 20;
  private static final int SLEEPING = 2_000;

  private EngineBench() {}

  /** Takes the path of the results file. */
  public static void main(String[] args) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("## Engine");
    lines.add("");
    lines.add("Measured on " + Machine.describe() + "; medians of " + RUNS + " warm runs.");
    lines.add("");
    lines.add("| What | Median | Limit |");
    lines.add("|---|---|---|");
    sizes(lines);
    Machine.peakMemory()
        .ifPresent(
            peak ->
                lines.add(
                    "| most memory that the process held | %.2f GB | ≤ 1.50 GB |"
                        .formatted(peak / 1e9)));
    makespan(lines);
    lines.forEach(System.out::println);
    Results.write(Path.of(args[0]), "engine", lines);
  }

  /** Both sizes in turns, so that what else the machine does weighs on both alike. */
  private static void sizes(List<String> lines) throws IOException {
    List<Resource<ThingSpec>> many = RandomGraph.of(LARGE, 1);
    List<Resource<ThingSpec>> few = RandomGraph.of(SMALL, 1);
    List<Trial> large = new ArrayList<>();
    List<Trial> small = new ArrayList<>();
    for (int i = 0; i <= RUNS; i++) {
      Trial one = Trial.run(many, _ -> Duration.ZERO);
      List<Trial> others = new ArrayList<>();
      for (int n = 0; n < SMALL_IN_ONE; n++) {
        others.add(Trial.run(few, _ -> Duration.ZERO));
      }
      if (i > 0) {
        large.add(one);
        small.addAll(others);
      }
    }
    lines.add(
        "| plan and apply 100,000 resources, 3 edges each (plan %.2f s, apply %.2f s, processor time %.2f s) | %.2f s | ≤ 10 s |"
            .formatted(
                median(large, trial -> seconds(trial.plan())),
                median(large, trial -> seconds(trial.apply())),
                median(large, trial -> seconds(trial.cpu())),
                median(large, trial -> seconds(trial.total()))));
    lines.add(growth("time", large, small, trial -> seconds(trial.total()), "≤ 1.50"));
    lines.add(growth("processor time", large, small, trial -> seconds(trial.cpu()), ""));
  }

  private static String growth(
      String what,
      List<Trial> large,
      List<Trial> small,
      ToDoubleFunction<Trial> figure,
      String limit) {
    double atLarge = median(large, figure) / LARGE;
    double atSmall = median(small, figure) / SMALL;
    return "| %s per resource at 100,000 against that at 1,000 (%.0f µs against %.0f µs) | %.2f | %s |"
        .formatted(what, atLarge * 1e6, atSmall * 1e6, atLarge / atSmall, limit);
  }

  private static void makespan(List<String> lines) throws IOException {
    List<Resource<ThingSpec>> resources = RandomGraph.of(SLEEPING, 2);
    Random random = new Random(3);
    Map<ResourceId, Duration> latencies = new HashMap<>();
    for (Resource<ThingSpec> resource : resources) {
      latencies.put(resource.id(), Duration.ofMillis(50 + random.nextInt(451)));
    }
    double path = criticalPath(resources, latencies);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      trials.add(Trial.run(resources, latencies::get));
    }
    double makespan = median(trials, trial -> seconds(trial.apply()));
    lines.add(
        "| apply 2,000 resources of 50 to 500 ms each (%.3f s) against the critical path (%.3f s) | %.3f | ≤ 1.050 |"
            .formatted(makespan, path, makespan / path));
  }

  /** Seconds that the longest chain takes; the resources come dependencies first. */
  private static double criticalPath(
      List<Resource<ThingSpec>> resources, Map<ResourceId, Duration> latencies) {
    Map<ResourceId, Double> ends = new HashMap<>();
    double longest = 0;
    for (Resource<ThingSpec> resource : resources) {
      double begins =
          References.in(resource.spec()).stream()
              .mapToDouble(found -> ends.get(found.ref().resource()))
              .max()
              .orElse(0);
      double ended = begins + seconds(latencies.get(resource.id()));
      ends.put(resource.id(), ended);
      longest = Math.max(longest, ended);
    }
    return longest;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static <T> double median(List<T> of, ToDoubleFunction<T> figure) {
    double[] sorted = of.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
