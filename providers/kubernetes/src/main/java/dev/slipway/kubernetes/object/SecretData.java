package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What differs in a Secret's data, by fingerprint. */
record SecretData(ObjectSpec spec, ObservedObject observed, FieldSet ours) {
  static final String KIND = "Secret";

  List<FieldChange> changes() {
    List<FieldChange> changes = new ArrayList<>();
    Map<?, ?> live = observed.live().at("data").map(data -> (Map<?, ?>) data).orElse(Map.of());
    spec.data()
        .forEach(
            (key, wanted) -> {
              Object there = live.get(key);
              if (!same(wanted, there)) {
                changes.add(new FieldChange(path(key), before(key, there), after(wanted), false));
              }
            });
    for (Object key : live.keySet()) {
      if (!spec.data().containsKey(key.toString())
          && ours.field("data").field(key.toString()).present()) {
        changes.add(
            new FieldChange(
                path(key.toString()),
                before(key.toString(), live.get(key)),
                FieldChange.UNSET,
                false));
      }
    }
    return changes;
  }

  private boolean same(Value<String> wanted, Object live) {
    if (!(live instanceof String base64)) {
      return false;
    }
    return switch (wanted) {
      case Value.Ref<String> _ -> false;
      case Value.Known<String>(String known) -> {
        Optional<String> there = text(base64);
        yield text(known)
            .filter(HoleTexts::mayHold)
            .map(template -> there.filter(t -> texts().same(Wanted.fill(template, spec), t)))
            .map(Optional::isPresent)
            .orElseGet(
                () -> base64.equals(known) || text(known).equals(there) && there.isPresent());
      }
      case Value.Secret<String>(String name, String fingerprint) -> {
        String template = observed.sight().templates().get(name);
        if (template == null) {
          yield observed
              .sight()
              .fingerprint()
              .of(name, base64)
              .filter(fingerprint::equals)
              .isPresent();
        }
        yield text(base64).filter(t -> texts().same(Wanted.fill(template, spec), t)).isPresent();
      }
    };
  }

  private static Optional<String> text(String base64) {
    return SecretSight.text(base64);
  }

  private static String path(String key) {
    return FieldPath.ROOT.field("data").field(key).toString();
  }

  private Object before(String key, Object live) {
    return live == null
        ? FieldChange.UNSET
        : new Value.Secret<>(
            path(key), observed.sight().fingerprint().of(path(key), live.toString()).orElse(""));
  }

  private Object after(Value<String> wanted) {
    return switch (wanted) {
      case Value.Ref<String> ref -> new FieldChange.Unknown(ref.resource() + "#" + ref.attribute());
      case Value.Known<String>(String known) ->
          text(known).<Object>flatMap(this::unknown).orElseGet(() -> secret(known));
      case Value.Secret<String> secret ->
          Optional.ofNullable(observed.sight().templates().get(secret.name()))
              .<Object>flatMap(this::unknown)
              .orElse(secret);
    };
  }

  /** What of a text isn't known yet, if something isn't. */
  private Optional<FieldChange.Unknown> unknown(String template) {
    return texts().in(template).values().stream()
        .filter(Value.Ref.class::isInstance)
        .map(hole -> (Value.Ref<String>) hole)
        .map(ref -> new FieldChange.Unknown(ref.resource() + "#" + ref.attribute()))
        .findFirst();
  }

  /** The secret that a text is, else the text, which then is none. */
  private Object secret(String base64) {
    return text(base64)
        .flatMap(template -> texts().in(template).values().stream().findFirst())
        .map(Object.class::cast)
        .orElse(base64);
  }

  private HoleTexts texts() {
    return Wanted.texts(spec, observed.sight().fingerprint());
  }
}
