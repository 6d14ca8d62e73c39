package dev.slipway.kubernetes;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.LogSource;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.provider.RateBudget;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.retry.Pause;
import dev.slipway.engine.secret.SecretStore;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Proof;
import dev.slipway.engine.verify.Route;
import dev.slipway.engine.verify.Way;
import dev.slipway.kubernetes.chart.ChartExpander;
import dev.slipway.kubernetes.chart.helm.Helm;
import dev.slipway.kubernetes.chart.helm.HelmBinary;
import dev.slipway.kubernetes.chart.lock.LockFile;
import dev.slipway.kubernetes.chart.lock.LockedImages;
import dev.slipway.kubernetes.chart.render.ChartRenderer;
import dev.slipway.kubernetes.chart.source.ChartCache;
import dev.slipway.kubernetes.chart.source.FetchedCharts;
import dev.slipway.kubernetes.cluster.Ahead;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.forward.ServiceForward;
import dev.slipway.kubernetes.hook.ChartTests;
import dev.slipway.kubernetes.hook.HookHandler;
import dev.slipway.kubernetes.log.PodLogs;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectHandler;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.kubernetes.release.ReleaseHandler;
import dev.slipway.kubernetes.removal.ClusterLeftovers;
import dev.slipway.kubernetes.schema.PlannedSchemas;
import dev.slipway.kubernetes.status.Changes;
import dev.slipway.kubernetes.status.EvidenceCollector;
import dev.slipway.kubernetes.status.Readiness;
import dev.slipway.kubernetes.storageclass.DefaultClassHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Objects of a Kubernetes cluster. */
public final class KubernetesProvider implements Provider {
  static final String NAME = "kubernetes";

  /** An API server shares its capacity fairly by itself; more at once only makes it queue. */
  private static final RateBudget BUDGET = new RateBudget(64, Double.POSITIVE_INFINITY, 64);

  private final Cluster cluster;
  private final Settings settings;
  private final SecretStore secrets;
  private final PlannedSchemas schemas;
  private final EvidenceCollector evidence;
  private final HelmBinary helm;
  private final List<ResourceHandler<?, ?>> handlers;

  /**
   * What the user and the machine say.
   *
   * @param version the Kubernetes version to plan for while no cluster answers
   * @param force whether fields that other managers own are taken from them
   * @param lock the lock file of charts and images
   * @param mirrors where to ask for charts instead, by the beginning of an address
   * @param cache Slipway's cache folder
   * @param environment the process's environment variables
   * @param ground what the cluster itself is made of, if the stack makes it
   */
  public record Settings(
      String version,
      boolean force,
      Path lock,
      Map<String, String> mirrors,
      Path cache,
      Map<String, String> environment,
      Ground ground) {
    public Settings {
      mirrors = Map.copyOf(mirrors);
      environment = Map.copyOf(environment);
      Objects.requireNonNull(ground, "ground");
    }
  }

  public KubernetesProvider(Cluster cluster, Settings settings, SecretStore secrets) {
    this.cluster = cluster;
    this.settings = settings;
    this.secrets = secrets;
    this.schemas = new PlannedSchemas(cluster, settings.version());
    this.evidence = new EvidenceCollector(cluster);
    this.helm = new HelmBinary(settings.environment(), settings.cache());
    Changes changes = new Changes(cluster);
    this.handlers =
        List.of(
            new ObjectHandler(cluster, schemas, settings.force(), evidence, changes),
            new HookHandler(cluster, this::readiness, changes),
            new ReleaseHandler(cluster),
            new DefaultClassHandler(cluster));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ResourceHandler<?, ?>> handlers() {
    return handlers;
  }

  @Override
  public RateBudget budget() {
    return BUDGET;
  }

  @Override
  public Expansion expand(
      List<Resource<?>> wanted,
      Map<ResourceId, Map<String, Object>> last,
      Purpose purpose,
      Call call) {
    if (purpose == Purpose.DOWN || last.keySet().stream().anyMatch(KubernetesProvider::isOurs)) {
      // Where something was made, a cluster that doesn't answer isn't one that doesn't exist yet.
      cluster.mustAnswer();
    }
    LockFile lock = LockFile.read(settings.lock());
    LockedImages images = new LockedImages(lock, purpose);
    try (ChartExpander charts = charts(lock, images)) {
      charts.begin(wanted, call);
      return new ClusterExpansion(
              cluster, schemas, images, charts, this::readiness, settings.ground())
          .expand(wanted, purpose, call);
    }
  }

  private ChartExpander charts(LockFile lock, LockedImages images) {
    Helm program = new Helm(helm::find);
    return new ChartExpander(
        cluster,
        schemas::builtIn,
        new FetchedCharts(
            program, new ChartCache(settings.cache().resolve("charts")), lock, settings.mirrors()),
        new ChartRenderer(program),
        this::tests,
        images);
  }

  private Proof tests(String release, String namespace, List<ObjectSpec> tests) {
    return ChartTests.proof(
        release,
        namespace,
        tests,
        cluster,
        secret -> secrets.reveal(secret.name()),
        this::readiness);
  }

  private Status readiness(ApiObject live) {
    return Readiness.of(live, evidence.collect(live));
  }

  private static boolean isOurs(ResourceId id) {
    return id.type().startsWith(NAME + ".");
  }

  /** A cluster that the stack makes may be gone by now. */
  @Override
  public void sweep(Set<ResourceId> kept, Call call) {
    if (!settings.ground().equals(Ground.NONE)) {
      cluster.lookAnew();
    }
    new ClusterLeftovers(cluster, Pause.REAL).sweep(kept, call);
    // What charts and manifests hold of secrets was put there when they were expanded.
    call.secrets().deleteAll("kubernetes/");
    call.secrets().deleteAll("release/");
  }

  @Override
  public List<Leftover> leftovers(Set<ResourceId> kept, Call call) {
    return new ClusterLeftovers(cluster, Pause.REAL).leftovers(kept, call);
  }

  @Override
  public List<LogSource> logs(Call call) {
    return new PodLogs(cluster).of(call.owner());
  }

  @Override
  public Way open(Route route, Call call) {
    return new ServiceForward(cluster).open(route);
  }

  @Override
  public void prepare(List<Resource<?>> wanted) {
    cluster.prepare();
    if (wanted.stream().anyMatch(ChartExpander::isChart)) {
      Ahead.begin(helm::find);
    }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
