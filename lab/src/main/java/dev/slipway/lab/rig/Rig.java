package dev.slipway.lab.rig;

import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.journal.Journal;
import dev.slipway.engine.journal.State;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Planner;
import dev.slipway.engine.provider.Handlers;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.lab.cloud.SimulatedCloud;
import dev.slipway.lab.cloud.SimulatedProvider;
import dev.slipway.lab.power.MemoryJournal;
import dev.slipway.lab.power.Power;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/**
 * A stack in the simulated cloud with its journal: what a user does with it, each time on a fresh
 * machine that may lose its power.
 */
public final class Rig {
  public static final String STACK = "harbour";
  public static final String OWNER = "harbour-1";

  private final SimulatedCloud cloud = new SimulatedCloud();
  private final VirtualTime time = new VirtualTime();
  private final Queue<Event> events = new ConcurrentLinkedQueue<>();
  private final MemoryJournal disk;
  private UnaryOperator<SimulatedProvider> wiring = provider -> provider;

  public Rig() {
    this(0);
  }

  /**
   * @param seed of how much of a torn write survives
   */
  public Rig(long seed) {
    this.disk = new MemoryJournal(new Random(seed));
  }

  /** How the machines that follow are wired to the cloud: budget, faults, latency. */
  public Rig wired(UnaryOperator<SimulatedProvider> wiring) {
    this.wiring = wiring;
    return this;
  }

  public SimulatedCloud cloud() {
    return cloud;
  }

  public MemoryJournal disk() {
    return disk;
  }

  public VirtualTime time() {
    return time;
  }

  /** Everything that was told so far. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** What was told so far of one kind. */
  public <E extends Event> List<E> events(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public Handlers handlers(Power power) {
    return new Handlers(List.of(wiring.apply(SimulatedProvider.of(cloud).on(power))));
  }

  public Journal journal(Power power) {
    return Journal.open(Path.of("journal.jsonl"), disk.on(power));
  }

  public State state() {
    return journal(Power.steady()).state();
  }

  public Plan plan(Graph wanted) {
    return plan(wanted, Map.of());
  }

  public Plan plan(Graph wanted, Map<ResourceId, Removal> removals) {
    Power power = Power.steady();
    return plan(wanted, removals, journal(power), power);
  }

  private Plan plan(Graph wanted, Map<ResourceId, Removal> removals, Journal journal, Power power) {
    return new Planner(handlers(power), Backoff.DEFAULT, time)
        .plan(wanted, journal.state(), removals, new LookingCall(STACK, OWNER, cloud.secrets()));
  }

  public Applier.Result apply(Plan plan) {
    Power power = Power.steady();
    return apply(plan, journal(power), power, new Cancellation());
  }

  private Applier.Result apply(Plan plan, Journal journal, Power power, Cancellation cancellation) {
    return new Applier(
            handlers(power), cloud.secrets(), events::add, Backoff.DEFAULT, time, "1", "lab")
        .apply(plan, journal, "up", cancellation);
  }

  /** Plans and applies. */
  public Applier.Result up(Graph wanted) {
    return up(wanted, Power.steady(), new Cancellation());
  }

  /** Plans and applies on a machine with this power. */
  public Applier.Result up(Graph wanted, Power power) {
    return up(wanted, power, new Cancellation());
  }

  /** Plans and applies on a machine with this power. */
  public Applier.Result up(Graph wanted, Power power, Cancellation cancellation) {
    Journal journal = journal(power);
    return apply(plan(wanted, Map.of(), journal, power), journal, power, cancellation);
  }

  /** Removes everything but what holds data. */
  public Applier.Result down() {
    return up(Graph.EMPTY);
  }
}
