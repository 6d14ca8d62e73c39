package dev.slipway.kubernetes.release;

import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.apply.Cancellation;
import dev.slipway.engine.event.Event;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.journal.Journal;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Planner;
import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.Handlers;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.engine.retry.Pause;
import dev.slipway.engine.verify.Proof;
import dev.slipway.kubernetes.Ground;
import dev.slipway.kubernetes.KubernetesProvider;
import dev.slipway.kubernetes.chart.ChartSpec;
import dev.slipway.kubernetes.chart.rig.TestCall;
import dev.slipway.kubernetes.cluster.Fabric8Cluster;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.kubernetes.chart.PackedChart;
import dev.slipway.lab.power.MemoryJournal;
import dev.slipway.lab.power.Power;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stack of one chart of the lab's, in a namespace of its own of a real cluster. */
public final class ReleaseRig implements AutoCloseable {
  private final LabCluster lab;
  private final String chart;
  private final String namespace;
  private final Fabric8Cluster cluster;
  private final KubernetesProvider provider;
  private final TestCall call = new TestCall();
  private final MemoryJournal disk = new MemoryJournal(new Random(1));
  private final Map<String, Object> values = new TreeMap<>();
  private final List<Proof> proofs = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
  private boolean adopt;

  /**
   * @param folder for the lock file and the cache
   */
  public ReleaseRig(LabCluster lab, String chart, Path folder) {
    this.lab = lab;
    this.chart = chart;
    this.namespace = lab.freshNamespace();
    this.cluster = Fabric8Cluster.of(lab.kubeconfig());
    this.provider =
        new KubernetesProvider(
            cluster,
            new KubernetesProvider.Settings(
                "1.34",
                false,
                folder.resolve("slipway.lock"),
                Map.of(),
                folder.resolve("cache"),
                Map.of("SLIPWAY_HELM", lab.helm4().toString()),
                Ground.NONE),
            call);
  }

  /** The stack with another value of the chart. */
  public ReleaseRig with(String value, Object is) {
    values.put(value, is);
    return this;
  }

  public ReleaseRig adopting() {
    adopt = true;
    return this;
  }

  public String namespace() {
    return namespace;
  }

  public Fabric8Cluster cluster() {
    return cluster;
  }

  public List<Proof> proofs() {
    return List.copyOf(proofs);
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  /** Runs Helm on the release's namespace, which must succeed; what it says. */
  public String helm(Path helm, String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--namespace";
    all[arguments.length + 1] = namespace;
    return lab.run(helm, all).orFail().out();
  }

  public Path folder() {
    return PackedChart.charts().resolve(chart);
  }

  public Plan plan() {
    return plan(wanted());
  }

  private Plan plan(Graph wanted) {
    return new Planner(handlers()).plan(wanted, journal().state(), Map.of(), call);
  }

  public Applier.Result up() {
    return apply(plan());
  }

  public Applier.Result down() {
    return apply(plan(Graph.EMPTY));
  }

  private Applier.Result apply(Plan plan) {
    return new Applier(
            handlers(), call.secrets(), events::add, Backoff.DEFAULT, Pause.REAL, "1", "lab")
        .apply(plan, journal(), "up", new Cancellation());
  }

  private Journal journal() {
    return Journal.open(Path.of("journal.jsonl"), disk.on(Power.steady()));
  }

  private Graph wanted() {
    ChartSpec spec =
        new ChartSpec(
            "boat",
            namespace,
            folder().toString(),
            Optional.empty(),
            Optional.empty(),
            values,
            false,
            adopt,
            true);
    Expansion expansion =
        provider.expand(
            List.of(Resource.of(new ResourceId(ChartSpec.TYPE, namespace + "/boat"), spec)),
            Map.of(),
            Provider.Purpose.UP,
            call);
    proofs.clear();
    proofs.addAll(expansion.proofs());
    return Graph.of(expansion.resources());
  }

  private Handlers handlers() {
    return new Handlers(List.of(provider));
  }

  @Override
  public void close() {
    provider.close();
  }
}
