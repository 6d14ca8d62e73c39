package dev.slipway.kubernetes.hook;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.Locale;

/**
 * What is seen of a hook, or remembered of one that has run and was deleted.
 *
 * @param trigger for which content of the release it ran; empty if Helm ran it
 * @param reason what it waits for or why it failed
 * @param installed whether the release is recorded as installed
 */
public record HookObserved(
    ObjectKey key,
    String trigger,
    HookPhase phase,
    String reason,
    boolean installed,
    Ownership ownership)
    implements Observed {

  static HookObserved ours(HookSpec spec, HookPhase phase, String reason) {
    return new HookObserved(
        spec.object().key(), spec.trigger(), phase, reason, true, Ownership.OURS);
  }

  @Override
  public Attributes attributes() {
    return Attributes.of(
        "apiVersion",
        key.apiVersion(),
        "kind",
        key.kind(),
        "namespace",
        key.namespace().orElse(null),
        "name",
        key.name(),
        "trigger",
        trigger,
        "phase",
        phase.name().toLowerCase(Locale.ROOT));
  }
}
