package dev.slipway.kubernetes.hook;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.provider.Waiting;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.retry.Pause;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.release.ReleaseName;
import dev.slipway.kubernetes.status.Changes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hooks of charts. At which moment of the release's life a hook is, the release's record tells: a
 * release that isn't recorded is being installed or removed, one that is, upgraded. So the record
 * must come after all hooks that are made, and go before those that run when it is removed.
 */
public final class HookHandler implements ResourceHandler<HookSpec, HookObserved> {
  static final String LOST = "it was deleted before it had ended";

  private static final Waiting WAITING =
      new Waiting(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofMinutes(15));
  private static final String INSTALL = "install";
  private static final String UPGRADE = "upgrade";
  private static final String DELETE = "delete";

  private final Cluster cluster;
  private final Function<ApiObject, Status> readiness;
  private final Changes changes;

  /**
   * @param readiness tells why a Job or Pod isn't ready, with its last log lines if it failed
   * @param changes tells when an object is worth looking at again
   */
  public HookHandler(Cluster cluster, Function<ApiObject, Status> readiness, Changes changes) {
    this.cluster = Objects.requireNonNull(cluster, "cluster");
    this.readiness = Objects.requireNonNull(readiness, "readiness");
    this.changes = Objects.requireNonNull(changes, "changes");
  }

  @Override
  public String type() {
    return HookSpec.TYPE;
  }

  @Override
  public Class<HookSpec> specType() {
    return HookSpec.class;
  }

  @Override
  public Optional<HookObserved> read(Subject<HookSpec> subject, Call call) {
    return new HookSight(cluster, readiness, call).look(subject);
  }

  @Override
  public Map<ResourceId, HookObserved> readAll(List<Subject<HookSpec>> subjects, Call call) {
    Map<ResourceId, HookObserved> found = new HashMap<>();
    HookSight sight = new HookSight(cluster, readiness, call);
    for (Subject<HookSpec> subject : subjects) {
      sight.look(subject).ifPresent(observed -> found.put(subject.id(), observed));
    }
    return found;
  }

  /** What is remembered doesn't count: it is there as long as its object is. */
  @Override
  public Optional<HookObserved> readDeleted(Subject<HookSpec> subject, Call call) {
    boolean stays =
        subject.spec().filter(spec -> !HookSpec.runs(spec.object().key())).isPresent()
            && subject.spec().filter(this::atDeletion).isPresent();
    return stays ? Optional.empty() : new HookSight(cluster, readiness, call).lookDeleted(subject);
  }

  @Override
  public Diff diff(HookSpec desired, HookObserved observed) {
    Diff.Builder diff = Diff.builder().field("trigger", observed.trigger(), desired.trigger());
    boolean ended = observed.phase() == HookPhase.DONE || observed.phase() == HookPhase.RUNNING;
    if (!ended) {
      diff.field("phase", observed.phase(), HookPhase.DONE);
    }
    if (!observed.installed() && runs(desired, INSTALL)) {
      diff.field("release", "not installed", "installed");
    }
    return diff.build();
  }

  @Override
  public HookObserved create(ResourceId id, HookSpec spec, Call call) {
    boolean installed = ReleaseName.parse(spec.release()).installed(cluster);
    if (!runs(spec, installed ? UPGRADE : INSTALL)) {
      return HookObserved.ours(spec, HookPhase.DONE, "");
    }
    run(call).start(object(spec, call), spec.deletePolicies());
    return HookSpec.runs(spec.object().key())
        ? HookObserved.ours(spec, HookPhase.RUNNING, "it has been made")
        : HookObserved.ours(spec, HookPhase.DONE, "");
  }

  @Override
  public HookObserved update(ResourceId id, HookSpec spec, HookObserved observed, Call call) {
    return create(id, spec, call);
  }

  @Override
  public void failed(ResourceId id, HookSpec spec, HookObserved observed, Call call) {
    if (spec.deletePolicies().contains(HookRun.FAILED)) {
      run(call).discard(spec.object().key());
    }
  }

  /**
   * Runs it if the release is being removed and the chart wants that, and removes the object. A
   * hook that only left the chart isn't run. What others need, as a service account, stays: another
   * resource removes it.
   */
  @Override
  public void delete(Subject<HookSpec> subject, HookObserved observed, Call call) {
    Optional<HookSpec> spec = subject.spec().filter(this::atDeletion);
    if (spec.isEmpty()) {
      run(call).discard(observed.key());
      return;
    }
    HookRun run = run(call);
    run.start(object(spec.get(), call), spec.get().deletePolicies());
    if (HookSpec.runs(observed.key())) {
      HookEnd end = run.await(observed.key());
      if (end.phase() != HookPhase.DONE) {
        failed(subject.id(), spec.get(), observed, call);
        throw ProviderException.refused(HookProblems.failed(observed.key(), end.reason()));
      }
      run.discard(observed.key());
    }
  }

  private boolean atDeletion(HookSpec spec) {
    return runs(spec, DELETE) && !ReleaseName.parse(spec.release()).installed(cluster);
  }

  @Override
  public Status status(HookObserved observed) {
    return switch (observed.phase()) {
      case DONE -> Status.CURRENT;
      case RUNNING -> Status.inProgress(observed.reason());
      case FAILED, LOST -> Status.failed(observed.reason());
      case TERMINATING -> new Status.Terminating(observed.reason());
    };
  }

  @Override
  public Waiting waiting() {
    return WAITING;
  }

  @Override
  public Pause pause(HookObserved observed, Call call, Pause usual) {
    return longest -> changes.await(observed.key(), Mark.OWNER + "=" + call.owner(), longest);
  }

  private static boolean runs(HookSpec spec, String moment) {
    return spec.events().contains("pre-" + moment) || spec.events().contains("post-" + moment);
  }

  private HookRun run(Call call) {
    return new HookRun(
        cluster,
        readiness,
        object -> HookSight.ours(object, true, call),
        call::cancelled,
        call::progress);
  }

  private static ApiObject object(HookSpec spec, Call call) {
    Function<Value<String>, String> plain =
        value ->
            value instanceof Value.Secret<String>(String name, String _)
                ? call.secrets().reveal(name)
                : value.get();
    return new HookManifest(spec.object(), plain)
        .object(
            Map.of(Mark.OWNER, call.owner(), Mark.STACK, call.stack()),
            Map.of(HookManifest.TRIGGER, spec.trigger()));
  }
}
