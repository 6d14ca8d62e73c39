package dev.slipway.aws;

import dev.slipway.aws.access.Clients;
import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.journal.Journal;
import dev.slipway.engine.journal.State;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Planner;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Handlers;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.engine.retry.Pause;
import dev.slipway.lab.aws.Moto;
import dev.slipway.lab.cloud.Vault;
import dev.slipway.lab.power.MemoryJournal;
import dev.slipway.lab.power.Power;
import dev.slipway.lab.rig.LookingCall;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** A stack of AWS resources with its journal, as the engine plans and applies it. */
public final class AwsStack implements AutoCloseable {
  public static final Region REGION = Region.EU_CENTRAL_1;

  /** No test waits as long as AWS takes. */
  private static final Pause SOON = pause -> Thread.sleep(Math.min(pause.toMillis(), 20));

  private static final String STACK = "harbour";

  private final String owner = STACK + "-" + UUID.randomUUID().toString().substring(0, 8);
  private final Vault vault = new Vault();
  private final MemoryJournal disk = new MemoryJournal(new Random(1));
  private final Queue<Event> events = new ConcurrentLinkedQueue<>();
  private final Clients clients;
  private final Handlers handlers;

  public AwsStack(Moto moto) {
    this(moto.endpoint());
  }

  /**
   * @param endpoint where all services answer
   */
  public AwsStack(URI endpoint) {
    this.clients =
        new Clients(
            REGION,
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDLAB", "secret")),
            Optional.of(endpoint));
    this.handlers = new Handlers(List.of(new AwsProvider(clients)));
  }

  /** To look at the account beside Slipway, and to change it behind its back. */
  public Clients clients() {
    return clients;
  }

  /** The mark of this stack. */
  public String owner() {
    return owner;
  }

  public Vault vault() {
    return vault;
  }

  /** Everything that was told so far. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  public Call call() {
    return new LookingCall(STACK, owner, vault);
  }

  /** What an {@code up} of these resources would do. */
  public Plan plan(Resource<?>... wanted) {
    return new Planner(handlers, Backoff.DEFAULT, SOON)
        .plan(Graph.of(List.of(wanted)), state(), Map.<ResourceId, Removal>of(), call());
  }

  /** Plans and applies. */
  public Applier.Result up(Resource<?>... wanted) {
    return new Applier(handlers, vault, events::add, Backoff.DEFAULT, SOON, "1", "lab")
        .apply(plan(wanted), journal(), "up", new Cancellation());
  }

  /** Removes everything but what holds data. */
  public Applier.Result down() {
    return up();
  }

  /** What the journal knows of a resource. */
  public Attributes attributes(ResourceId id) {
    return state().resources().get(id).attributes();
  }

  private State state() {
    return journal().state();
  }

  private Journal journal() {
    return Journal.open(Path.of("journal.jsonl"), disk.on(Power.steady()));
  }

  @Override
  public void close() {
    clients.close();
  }
}
