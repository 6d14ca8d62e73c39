package dev.slipway.kubernetes.hook;

import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.Locale;
import java.util.Optional;

/** What the journal remembers of a hook: enough where its object is gone, as it often is. */
record HookMemory(ObjectKey key, String trigger, HookPhase phase) {

  static Optional<HookMemory> of(Subject<HookSpec> subject) {
    return subject.last().filter(last -> last.text("phase").isPresent()).map(HookMemory::of);
  }

  private static HookMemory of(Attributes last) {
    return new HookMemory(
        new ObjectKey(
            last.text("apiVersion").orElse(""),
            last.text("kind").orElse(""),
            last.text("namespace"),
            last.text("name").orElse("")),
        last.text("trigger").orElse(""),
        HookPhase.valueOf(last.text("phase").orElseThrow().toUpperCase(Locale.ROOT)));
  }

  boolean done() {
    return phase == HookPhase.DONE;
  }
}
