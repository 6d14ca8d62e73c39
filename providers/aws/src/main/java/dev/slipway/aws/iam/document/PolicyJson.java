package dev.slipway.aws.iam.document;

import dev.slipway.engine.resource.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Policies as JSON. Many texts mean the same policy: a list of one may stand without its brackets,
 * and the order of statements, actions, resources and values means nothing.
 */
public final class PolicyJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Statement fields that hold one text or a set of them. */
  private static final Set<String> SETS = Set.of("Action", "NotAction", "Resource", "NotResource");

  private PolicyJson() {}

  /**
   * The JSON of a document.
   *
   * @throws IllegalStateException if something of it isn't known yet
   */
  public static String write(Map<String, Object> tree) {
    return JSON.writeValueAsString(plain(tree));
  }

  /** The JSON of a document for people to read; as {@link #write} otherwise. */
  public static String writeIndented(Map<String, Object> tree) {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plain(tree));
  }

  /**
   * A document as IAM gives it: JSON, percent-encoded or not.
   *
   * @throws tools.jackson.core.JacksonException if it is no JSON
   */
  @SuppressWarnings("unchecked") // JSON's objects have texts as keys
  public static Map<String, Object> read(String text) {
    String json =
        text.stripLeading().startsWith("{")
            ? text
            : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    return JSON.readValue(json, Map.class);
  }

  /** Whether two documents mean the same; one with something unknown means what no other does. */
  public static boolean same(Map<String, Object> one, Map<String, Object> other) {
    return normal(one).equals(normal(other));
  }

  /** The one form for all documents that mean the same. */
  static Map<String, Object> normal(Map<String, Object> tree) {
    Map<String, Object> normal = new TreeMap<>();
    tree.forEach(
        (key, value) -> normal.put(key, key.equals("Statement") ? statements(value) : value));
    return normal;
  }

  private static List<Map<String, Object>> statements(Object value) {
    return items(value).stream()
        .map(PolicyJson::statement)
        .sorted(Comparator.comparing(Object::toString))
        .toList();
  }

  private static Map<String, Object> statement(Object value) {
    Map<String, Object> normal = new TreeMap<>();
    ((Map<?, ?>) value)
        .forEach(
            (name, held) -> {
              String key = name.toString();
              if (SETS.contains(key)) {
                normal.put(key, texts(held));
              } else if (held instanceof Map<?, ?> map) {
                normal.put(key, map(map));
              } else {
                normal.put(key, held);
              }
            });
    return normal;
  }

  /** Principals by kind, and conditions by operator and key. */
  private static Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> normal = new TreeMap<>();
    map.forEach(
        (key, held) ->
            normal.put(key.toString(), held instanceof Map<?, ?> inner ? map(inner) : texts(held)));
    return normal;
  }

  private static List<String> texts(Object value) {
    return items(value).stream()
        .map(item -> item instanceof Value.Known<?>(Object known) ? known : item)
        .map(Object::toString)
        .distinct()
        .sorted()
        .toList();
  }

  private static Collection<?> items(Object value) {
    return value instanceof Collection<?> items ? items : List.of(value);
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Value<?> held -> held.get();
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(key.toString(), plain(item)));
        yield copy;
      }
      case Collection<?> items -> items.stream().map(PolicyJson::plain).toList();
      default -> value;
    };
  }
}
