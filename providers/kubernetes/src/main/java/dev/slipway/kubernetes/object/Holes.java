package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.Value;
import dev.slipway.engine.spec.SpecTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Values within texts that are known only later, or are secret. A marker stands for each, a word
 * that is valid wherever Kubernetes wants a name, so that charts can be rendered with it.
 */
public final class Holes {
  private Holes() {}

  /** A tree whose values stand as markers, and what the markers stand for. */
  public record Filled(Map<String, Object> tree, SortedMap<String, Value<String>> holes) {}

  /** The marker of a value: always the same for the same value. */
  public static String marker(Value<?> value) {
    String source =
        switch (value) {
          case Value.Ref<?> ref -> "ref:" + ref;
          case Value.Secret<?>(String name, String _) -> "secret:" + name;
          case Value.Known<?> known ->
              throw new IllegalArgumentException("a known value needs no marker: " + known);
        };
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
      return "slipway-hole-" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Puts known values in their place and a marker in the place of each other. */
  @SuppressWarnings("unchecked") // a map stays a map
  public static Filled dig(Map<String, Object> tree) {
    SortedMap<String, Value<String>> holes = new TreeMap<>();
    return new Filled((Map<String, Object>) dig((Object) tree, holes), holes);
  }

  @SuppressWarnings("unchecked") // values within manifests are texts
  private static Object dig(Object value, SortedMap<String, Value<String>> holes) {
    return switch (value) {
      case null -> null;
      case Value.Known<?>(Object known) -> known;
      case Value<?> hole -> {
        String marker = marker(hole);
        holes.put(marker, (Value<String>) hole);
        yield marker;
      }
      case Map<?, ?> map -> {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, item) -> copy.put(key.toString(), dig(item, holes)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(item -> copy.add(dig(item, holes)));
        yield copy;
      }
      default -> value;
    };
  }

  /** The tree with every text (not keys) passed through a function, for example to fill holes. */
  public static Object texts(Object tree, UnaryOperator<String> change) {
    return switch (tree) {
      case String text -> change.apply(text);
      case Map<?, ?> map -> {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, item) -> copy.put(key.toString(), texts(item, change)));
        yield copy;
      }
      case List<?> list -> list.stream().map(item -> texts(item, change)).toList();
      default -> tree;
    };
  }

  /**
   * A tree with each hole as {@link SpecTree} encodes what it stands for; within a longer text a
   * secret shows as {@code (secret)} and a reference as <code>${type/name#attribute}</code>.
   */
  static Object shown(Object tree, Map<String, Value<String>> holes) {
    return switch (tree) {
      case String text when holes.containsKey(text) -> SpecTree.encodeValue(holes.get(text));
      case String text -> {
        String shown = text;
        for (Map.Entry<String, Value<String>> hole : holes.entrySet()) {
          shown = shown.replace(hole.getKey(), shown(hole.getValue()));
        }
        yield shown;
      }
      case Map<?, ?> map -> {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, item) -> copy.put(key.toString(), shown(item, holes)));
        yield copy;
      }
      case List<?> list -> list.stream().map(item -> shown(item, holes)).toList();
      default -> tree;
    };
  }

  private static String shown(Value<String> value) {
    return switch (value) {
      case Value.Known<String>(String known) -> known;
      case Value.Ref<String> ref -> ref.toString();
      case Value.Secret<String> _ -> "(secret)";
    };
  }
}
