package dev.slipway.lab.cloud;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.provider.RateBudget;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.retry.Pause;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.lab.power.Power;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The simulated cloud as a provider of one machine. */
public final class SimulatedProvider implements Provider {
  private final SimulatedCloud cloud;
  private final Line line;
  private final RateBudget budget;

  private SimulatedProvider(SimulatedCloud cloud, Line line, RateBudget budget) {
    this.cloud = cloud;
    this.line = line;
    this.budget = budget;
  }

  /** A line without latency on which nothing goes wrong. */
  public static SimulatedProvider of(SimulatedCloud cloud) {
    return new SimulatedProvider(
        cloud,
        new Line(cloud, Power.steady(), Faults.NONE, _ -> Duration.ZERO, Pause.REAL),
        RateBudget.UNLIMITED);
  }

  public SimulatedProvider on(Power power) {
    return new SimulatedProvider(
        cloud, new Line(cloud, power, line.faults(), line.latency(), line.pause()), budget);
  }

  public SimulatedProvider with(Faults faults) {
    return new SimulatedProvider(
        cloud, new Line(cloud, line.power(), faults, line.latency(), line.pause()), budget);
  }

  /**
   * @param latency of each call on a resource
   * @param pause how it passes
   */
  public SimulatedProvider with(Function<ResourceId, Duration> latency, Pause pause) {
    return new SimulatedProvider(
        cloud, new Line(cloud, line.power(), line.faults(), latency, pause), budget);
  }

  public SimulatedProvider with(RateBudget allowed) {
    return new SimulatedProvider(cloud, line, allowed);
  }

  @Override
  public String name() {
    return "sim";
  }

  @Override
  public RateBudget budget() {
    return budget;
  }

  @Override
  public List<ResourceHandler<?, ?>> handlers() {
    return Arrays.stream(Kind.values())
        .<ResourceHandler<?, ?>>map(kind -> new ThingHandler(kind, cloud, line))
        .toList();
  }

  @Override
  public List<Leftover> leftovers(Set<ResourceId> kept, Call call) {
    return cloud.things().stream()
        .filter(thing -> thing.owner().equals(call.owner()) && !kept.contains(thing.id()))
        .map(thing -> new Leftover(thing.id().type(), thing.id().name(), "it was not removed"))
        .toList();
  }
}
