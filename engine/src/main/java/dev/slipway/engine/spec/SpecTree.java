package dev.slipway.engine.spec;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * Specs as trees of maps, lists and scalars, the form in which plans and journals hold them.
 *
 * <p>A known value stands as itself, a reference as {@code {"$ref": "type/name#attribute"}}, a
 * secret as {@code {"$secret": name, "fingerprint": …}}, a variant of a sealed interface as {@code
 * {"variant-name": {…}}}, an empty optional not at all.
 */
public final class SpecTree {
  static final String REF = "$ref";
  static final String SECRET = "$secret";

  private SpecTree() {}

  public static Map<String, Object> encode(Spec spec) {
    return fields((Record) spec);
  }

  /**
   * @throws IllegalArgumentException if the tree isn't one of this type
   */
  public static <S extends Spec> S decode(Map<String, Object> tree, Class<S> type) {
    return type.cast(SpecReader.record(tree, type));
  }

  /** An attribute or part of one as a tree. */
  public static Object encodeValue(Object value) {
    return switch (value) {
      case Value.Known<?>(Object known) -> encodeValue(known);
      case Value.Ref<?> ref -> Map.of(REF, ref.resource() + "#" + ref.attribute());
      case Value.Secret<?>(String name, String fingerprint) -> {
        Map<String, Object> secret = new LinkedHashMap<>();
        secret.put(SECRET, name);
        secret.put("fingerprint", fingerprint);
        yield secret;
      }
      case Enum<?> word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-');
      case Duration duration -> duration.toString();
      case Integer number -> number.longValue();
      case Float number -> number.doubleValue();
      case Set<?> items when !(items instanceof SequencedSet<?>) ->
          items.stream()
              .map(SpecTree::encodeValue)
              .sorted(Comparator.comparing(Object::toString))
              .toList();
      case Collection<?> items -> items.stream().map(SpecTree::encodeValue).toList();
      case Map<?, ?> map -> {
        Map<String, Object> copy = new TreeMap<>();
        map.forEach((key, item) -> copy.put(key.toString(), encodeValue(item)));
        yield copy;
      }
      case Record record when isVariant(record.getClass()) ->
          Map.of(variantName(record.getClass()), fields(record));
      case Record record -> fields(record);
      default -> value;
    };
  }

  /** A tree read from JSON in the form that {@link #encode} gives: whole numbers as longs. */
  public static Object canonical(Object tree) {
    return switch (tree) {
      case Integer number -> number.longValue();
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put((String) key, canonical(item)));
        yield copy;
      }
      case List<?> list -> list.stream().map(SpecTree::canonical).toList();
      default -> tree;
    };
  }

  /**
   * An attribute's tree read back; the reverse of {@link #encodeValue} for what attributes may
   * hold.
   */
  public static Object decodeAttribute(Object tree) {
    return switch (tree) {
      case Map<?, ?> map when map.containsKey(SECRET) -> secret(map);
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put((String) key, decodeAttribute(item)));
        yield copy;
      }
      case List<?> list -> list.stream().map(SpecTree::decodeAttribute).toList();
      case Integer number -> number.longValue();
      default -> tree;
    };
  }

  private static Map<String, Object> fields(Record record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordShape.Component component : RecordShape.of(record.getClass()).components()) {
      Object value = component.read(record);
      if (value instanceof Optional<?> optional) {
        value = optional.orElse(null);
      }
      if (value != null) {
        fields.put(component.name(), encodeValue(value));
      }
    }
    return fields;
  }

  static boolean isVariant(Class<?> type) {
    return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
  }

  static String variantName(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  static Value.Secret<?> secret(Map<?, ?> map) {
    return new Value.Secret<>(map.get(SECRET).toString(), map.get("fingerprint").toString());
  }
}
