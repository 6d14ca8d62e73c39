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
                changes.add(
                    new FieldChange(path(key), before(key, there), after(key, wanted), false));
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
      case Value.Secret<String>(String name, String fingerprint) when template(wanted).isEmpty() ->
          observed.sight().fingerprint().of(name, base64).filter(fingerprint::equals).isPresent();
      case Value.Known<String>(String known) when template(wanted).isEmpty() ->
          known.equals(base64);
      case Value.Known<String> _, Value.Secret<String> _ -> {
        String text = Wanted.fill(template(wanted).orElseThrow(), spec);
        yield SecretSight.text(base64)
            .filter(t -> t.equals(text) || texts().same(text, t))
            .isPresent();
      }
    };
  }

  /** The content with markers in it; empty if it has none, or isn't known here. */
  private Optional<String> template(Value<String> wanted) {
    return switch (wanted) {
      case Value.Ref<String> _ -> Optional.empty();
      case Value.Known<String>(String known) -> SecretSight.text(known);
      case Value.Secret<String>(String name, String _) ->
          Optional.ofNullable(observed.sight().templates().get(name));
    };
  }

  private HoleTexts texts() {
    return Wanted.texts(spec, observed.sight().fingerprint());
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

  private Object after(String key, Value<String> wanted) {
    if (wanted instanceof Value.Ref<String> ref) {
      return unknown(ref);
    }
    for (Value<String> hole : texts().in(template(wanted).orElse("")).values()) {
      if (hole instanceof Value.Ref<String> ref) {
        return unknown(ref);
      }
    }
    return switch (wanted) {
      case Value.Secret<String> secret when template(wanted).isEmpty() -> secret;
      case Value.Secret<String>(String name, String _) ->
          Masks.secret(name, template(wanted).orElseThrow(), texts());
      case Value.Known<String>(String known) ->
          Masks.secret(path(key), template(wanted).orElse(known), texts());
      case Value.Ref<String> ref -> unknown(ref);
    };
  }

  private static FieldChange.Unknown unknown(Value.Ref<String> ref) {
    return new FieldChange.Unknown(ref.resource() + "#" + ref.attribute());
  }
}
