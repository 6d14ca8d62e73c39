package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        yield holes.isEmpty() ? plain(path, text) : secret(text, holes);
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

  /** A text with secrets in it; its fingerprint is made of theirs. */
  private static Value.Secret<String> secret(String text, Map<String, Value<String>> holes) {
    String sum = text;
    String first = "";
    for (Map.Entry<String, Value<String>> hole : holes.entrySet()) {
      Value.Secret<String> secret = (Value.Secret<String>) hole.getValue();
      if (text.equals(hole.getKey())) {
        return secret;
      }
      first = first.isEmpty() ? secret.name() : first;
      sum = sum.replace(hole.getKey(), secret.fingerprint());
    }
    return new Value.Secret<>(first, digest(sum));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
