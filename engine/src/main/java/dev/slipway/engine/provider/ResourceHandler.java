package dev.slipway.engine.provider;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.retry.Pause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is particular to one kind of resource. Retries, rate budgets, waiting, journaling and
 * ordering are the engine's. Handlers have no state of their own and are called from many threads.
 *
 * <p>Every method that calls the provider throws {@link ProviderException} when the provider
 * refuses; anything else that is thrown counts as our bug.
 *
 * @param <S> what it should be
 * @param <O> what is seen of it
 */
public interface ResourceHandler<S extends Spec, O extends Observed> {
  /** The first part of its resources' ids, for example {@code local.process}. */
  String type();

  Class<S> specType();

  /**
   * Looks the resource up by its deterministic name or ownership mark, also when nothing is known
   * of it but its id: a crash may have come between the making and the writing down.
   */
  Optional<O> read(Subject<S> subject, Call call);

  /**
   * Looks many up at once; override where the provider can list. Resources that don't exist are
   * left out.
   */
  default Map<ResourceId, O> readAll(List<Subject<S>> subjects, Call call) {
    Map<ResourceId, O> found = new LinkedHashMap<>();
    for (Subject<S> subject : subjects) {
      read(subject, call).ifPresent(observed -> found.put(subject.id(), observed));
    }
    return found;
  }

  /**
   * Compares; pure. References in the spec that can't be resolved yet are still {@code Ref}s.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if what was observed shows that the
   *     change can't be made; a plan tells the problems of all its resources at once
   */
  Diff diff(S desired, O observed);

  /**
   * What has changed by itself or by others; pure. Override where {@link #diff} refuses what can't
   * be set right.
   *
   * @param last the spec that it was last made by
   */
  default Diff drift(S last, O observed) {
    return diff(last, observed);
  }

  /**
   * Makes it. Every reference in the spec is resolved. Must be safe to repeat with the same {@link
   * Call#token()}.
   */
  O create(ResourceId id, S spec, Call call);

  /** Changes what is there into what is wanted. */
  O update(ResourceId id, S spec, O observed, Call call);

  /** Removes it, or begins to. It is not an error if it is gone already. */
  void delete(Subject<S> subject, O observed, Call call);

  /**
   * Looks whether a resource that was deleted is still there; override where {@link #read} goes by
   * what was known of it.
   */
  default Optional<O> readDeleted(Subject<S> subject, Call call) {
    return read(subject, call);
  }

  /**
   * Called when it was waited for and became {@link Status.Failed}; override where something of the
   * failed attempt is not to stay.
   */
  default void failed(ResourceId id, S spec, O observed, Call call) {}

  /** Whether it does what it is for; pure. */
  Status status(O observed);

  /**
   * Attributes that are certain before the resource is made, for example a name that the spec
   * fixes; pure.
   */
  default Attributes predict(S spec) {
    return Attributes.NONE;
  }

  /**
   * Attributes that keep their value through this update, so that what refers to them stays known;
   * pure.
   */
  default Attributes stable(S desired, O observed, Diff diff) {
    return observed.attributes();
  }

  /** How to wait until it is {@link Status.Current}. */
  default Waiting waiting() {
    return Waiting.DEFAULT;
  }

  /**
   * How time passes between two looks at what isn't {@link Status.Current} yet; override where the
   * provider tells of changes, so that the next look needn't wait for the end of the pause.
   */
  default Pause pause(O observed, Call call, Pause usual) {
    return usual;
  }
}
