package dev.slipway.kubernetes.hook;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.kubernetes.release.ReleaseName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looks at hooks: at their objects, and where those are gone, at what is remembered. */
final class HookSight {
  /** Helm's own annotation, which tells a hook from the other objects of a chart. */
  private static final String HOOK = "helm.sh/hook";

  private final Cluster cluster;
  private final Function<ApiObject, Status> readiness;
  private final Call call;
  private final Map<String, Boolean> installed = new HashMap<>();

  HookSight(Cluster cluster, Function<ApiObject, Status> readiness, Call call) {
    this.cluster = cluster;
    this.readiness = readiness;
    this.call = call;
  }

  /**
   * Whether an object is this stack's.
   *
   * @param known whether hooks of this name that Helm made are ours too: the hook was ours before
   *     or its release is taken over
   */
  static boolean ours(ApiObject object, boolean known, Call call) {
    String owner = object.labels().get(Mark.OWNER);
    return owner == null
        ? known && object.annotations().containsKey(HOOK)
        : owner.equals(call.owner());
  }

  Optional<HookObserved> look(Subject<HookSpec> subject) {
    Optional<HookMemory> memory = HookMemory.of(subject);
    Optional<ObjectKey> key = key(subject, memory);
    if (key.isEmpty() || cluster.kinds().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> wanted = subject.spec().map(HookSpec::trigger);
    Optional<HookMemory> done = memory.filter(HookMemory::done);
    if (done.filter(run -> run.trigger().equals(wanted.orElse(run.trigger()))).isPresent()) {
      return Optional.of(remembered(subject, done.get()));
    }
    Optional<ApiObject> object = cluster.get(key.get());
    if (object.isEmpty()) {
      return memory.map(last -> remembered(subject, last));
    }
    boolean known =
        memory.isPresent() || subject.spec().flatMap(spec -> spec.object().adopt()).isPresent();
    return Optional.of(seen(subject, object.get(), memory, known));
  }

  private HookObserved seen(
      Subject<HookSpec> subject, ApiObject object, Optional<HookMemory> memory, boolean known) {
    String trigger = object.annotations().getOrDefault(HookManifest.TRIGGER, "");
    if (!ours(object, known, call)) {
      return new HookObserved(object.key(), trigger, HookPhase.DONE, "", true, Ownership.FOREIGN);
    }
    Ownership ownership =
        memory.isPresent() || object.labels().containsKey(Mark.OWNER)
            ? Ownership.OURS
            : Ownership.ADOPTABLE;
    boolean wanted = subject.spec().map(HookSpec::trigger).filter(trigger::equals).isPresent();
    if (!wanted && memory.filter(HookMemory::done).isPresent()) {
      return remembered(subject, memory.get());
    }
    HookEnd end = new HookEnd(HookPhase.DONE, "");
    if (object.deleting()) {
      end = new HookEnd(HookPhase.LOST, HookHandler.LOST);
    } else if (wanted) {
      end = HookEnd.of(object, readiness);
    }
    boolean there = end.phase() != HookPhase.DONE || installed(subject);
    return new HookObserved(object.key(), trigger, end.phase(), end.reason(), there, ownership);
  }

  private HookObserved remembered(Subject<HookSpec> subject, HookMemory memory) {
    HookPhase phase = memory.phase() == HookPhase.RUNNING ? HookPhase.LOST : memory.phase();
    return new HookObserved(
        memory.key(),
        memory.trigger(),
        phase,
        phase == HookPhase.DONE ? "" : HookHandler.LOST,
        installed(subject),
        Ownership.OURS);
  }

  /** Looks whether a hook's object is still there. */
  Optional<HookObserved> lookDeleted(Subject<HookSpec> subject) {
    return key(subject, HookMemory.of(subject))
        .flatMap(cluster::get)
        .filter(object -> ours(object, true, call))
        .map(
            object ->
                new HookObserved(
                    object.key(),
                    "",
                    HookPhase.TERMINATING,
                    "it is being deleted" + holders(object),
                    true,
                    Ownership.OURS));
  }

  private static String holders(ApiObject object) {
    List<?> finalizers = object.items("metadata", "finalizers");
    return finalizers.isEmpty() ? "" : ", held by " + finalizers;
  }

  private boolean installed(Subject<HookSpec> subject) {
    return subject.spec().map(HookSpec::release).map(this::installed).orElse(true);
  }

  private boolean installed(String release) {
    return installed.computeIfAbsent(release, name -> ReleaseName.parse(name).installed(cluster));
  }

  private static Optional<ObjectKey> key(Subject<HookSpec> subject, Optional<HookMemory> memory) {
    return subject.spec().map(spec -> spec.object().key()).or(() -> memory.map(HookMemory::key));
  }
}
