package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Makes differences fit to be shown: what isn't known yet says what will tell, and what is or may
 * be secret becomes a fingerprint.
 */
record Masks(HoleTexts texts) {
  /** Names of fields whose text is taken for a secret although nothing declares it one. */
  private static final Pattern SENSITIVE =
      Pattern.compile(
          "(?i)(pass(word|wd|phrase)|secret[-_]?(access[-_]?)?key|token|credentials?|api[-_]?key"
              + "|private[-_]?key|[.=_-]secret)\\]?(\\.value)?$");

  FieldChange change(Difference difference, boolean replaces) {
    String path = difference.path().toString();
    Object after = difference.after() == null ? FieldChange.UNSET : after(path, difference.after());
    Object before =
        difference.before() == null
            ? FieldChange.UNSET
            : before(path, difference.before(), difference.after(), after);
    return new FieldChange(path, before, after, replaces);
  }

  private Object after(String path, Object value) {
    return switch (value) {
      case String text -> {
        Map<String, Value<String>> holes = texts.in(text);
        for (Value<String> hole : holes.values()) {
          if (hole instanceof Value.Ref<String> ref) {
            yield new FieldChange.Unknown(ref.resource() + "#" + ref.attribute());
          }
        }
        yield holes.isEmpty() ? plain(path, text) : secret(path, text, holes);
      }
      case Map<?, ?> map -> {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, item) -> copy.put(key.toString(), after(below(path, map, key), item)));
        yield copy;
      }
      case List<?> list -> list.stream().map(item -> after(path, item)).toList();
      default -> value;
    };
  }

  private Object before(String path, Object live, Object wanted, Object shown) {
    return switch (live) {
      case String text when shown instanceof Value.Secret || mayBeSecret(wanted) ->
          masked(path, text);
      case String text when holdsSecret(shown) && !occurs(text, wanted) -> masked(path, text);
      case String text -> plain(path, text);
      case Map<?, ?> map -> {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach(
            (key, item) ->
                copy.put(
                    key.toString(),
                    before(
                        below(path, map, key),
                        item,
                        wanted instanceof Map<?, ?> w && w.get(key) != null ? w.get(key) : wanted,
                        shown)));
        yield copy;
      }
      case List<?> list -> list.stream().map(item -> before(path, item, wanted, shown)).toList();
      default -> live;
    };
  }

  private static String below(String path, Map<?, ?> map, Object key) {
    String at = map.get("name") instanceof String name ? path + "[name=" + name + "]" : path;
    return at + "." + key;
  }

  private static boolean holdsSecret(Object shown) {
    return switch (shown) {
      case Value.Secret<?> _ -> true;
      case Map<?, ?> map -> map.values().stream().anyMatch(Masks::holdsSecret);
      case List<?> list -> list.stream().anyMatch(Masks::holdsSecret);
      default -> false;
    };
  }

  /** Whether it waits for a value that may turn out to be a secret. */
  private boolean mayBeSecret(Object wanted) {
    return wanted instanceof String text
        && texts.in(text).values().stream()
            .anyMatch(
                hole ->
                    hole instanceof Value.Ref<String> ref
                        && (SENSITIVE.matcher("." + ref.attribute()).find()
                            || ref.resource().type().endsWith(".secret")));
  }

  private static boolean occurs(String text, Object wanted) {
    return switch (wanted) {
      case Map<?, ?> map -> map.values().stream().anyMatch(item -> occurs(text, item));
      case List<?> list -> list.stream().anyMatch(item -> occurs(text, item));
      case null -> false;
      default -> text.equals(wanted);
    };
  }

  private Object plain(String path, String text) {
    return SENSITIVE.matcher(path).find() ? masked(path, text) : text;
  }

  private Value.Secret<String> masked(String path, String text) {
    return new Value.Secret<>(path, texts.fingerprint().of(path, text).orElse(""));
  }

  /**
   * A text that is or holds secrets: its fingerprint is made with the keyed ones of what it holds.
   */
  static Value.Secret<String> secret(String name, String text, HoleTexts texts) {
    String sum = text;
    for (Map.Entry<String, Value<String>> hole : texts.in(text).entrySet()) {
      if (hole.getValue() instanceof Value.Secret<String>(String _, String fingerprint)) {
        sum = sum.replace(hole.getKey(), fingerprint);
      }
    }
    return new Value.Secret<>(name, texts.fingerprint().of(name, sum).orElse(""));
  }

  private Object secret(String path, String text, Map<String, Value<String>> holes) {
    Value<String> only = holes.get(text);
    return only == null ? secret(path, text, texts) : only;
  }
}
