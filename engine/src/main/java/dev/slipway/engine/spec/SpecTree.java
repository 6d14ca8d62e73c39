package dev.slipway.engine.spec;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Specs as trees of maps, lists and scalars, the form in which plans and journals hold them.
 *
 * <p>A known value stands as itself, a reference as {@code {"$ref": "type/name#attribute"}}, a
 * secret as {@code {"$secret": name, "fingerprint": …}}, a variant of a sealed interface as {@code
 * {"variant-name": {…}}}, an empty optional not at all.
 */
public final class SpecTree {
  private static final String REF = "$ref";
  private static final String SECRET = "$secret";

  private SpecTree() {}

  public static Map<String, Object> encode(Spec spec) {
    return fields((Record) spec);
  }

  /**
   * @throws IllegalArgumentException if the tree isn't one of this type
   */
  public static <S extends Spec> S decode(Map<String, Object> tree, Class<S> type) {
    return type.cast(decodeRecord(tree, type));
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
      case Collection<?> items -> items.stream().map(SpecTree::encodeValue).toList();
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, item) -> copy.put(key.toString(), encodeValue(item)));
        yield copy;
      }
      case Record record ->
          variantOf(record)
              .<Object>map(name -> Map.of(name, fields(record)))
              .orElseGet(() -> fields(record));
      default -> value;
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

  private static Optional<String> variantOf(Record record) {
    for (Class<?> parent : record.getClass().getInterfaces()) {
      if (parent.isSealed()) {
        return Optional.of(variantName(record.getClass()));
      }
    }
    return Optional.empty();
  }

  private static String variantName(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static Object decodeRecord(Object tree, Class<?> type) {
    Map<?, ?> map = expect(tree, Map.class, type);
    RecordShape shape = RecordShape.of(type);
    List<RecordShape.Component> components = shape.components();
    Object[] arguments = new Object[components.size()];
    for (int i = 0; i < arguments.length; i++) {
      RecordShape.Component component = components.get(i);
      arguments[i] =
          decode(
              map.get(component.name()),
              component.type(),
              type.getSimpleName() + "." + component.name());
    }
    return shape.make(arguments);
  }

  private static Object decode(Object tree, Type type, String where) {
    Class<?> raw = Generics.raw(type);
    if (raw == Optional.class) {
      return Optional.ofNullable(tree)
          .map(inner -> decode(inner, Generics.argument(type, 0), where));
    }
    if (tree == null) {
      throw new IllegalArgumentException(where + " is missing");
    }
    if (Value.class.isAssignableFrom(raw)) {
      return decodeValue(tree, Generics.argument(type, 0), where);
    }
    if (raw == Object.class) {
      return tree;
    }
    if (raw.isEnum()) {
      return word(tree.toString(), raw, where);
    }
    if (raw == Duration.class) {
      return Duration.parse(tree.toString());
    }
    if (Set.class.isAssignableFrom(raw)) {
      return new LinkedHashSet<>(decodeList(tree, type, where));
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return decodeList(tree, type, where);
    }
    if (Map.class.isAssignableFrom(raw)) {
      Map<String, Object> copy =
          SortedMap.class.isAssignableFrom(raw) ? new TreeMap<>() : new LinkedHashMap<>();
      Map<?, ?> map = expect(tree, Map.class, raw);
      map.forEach(
          (key, item) ->
              copy.put((String) key, decode(item, Generics.argument(type, 1), where + "." + key)));
      return copy;
    }
    if (raw.isRecord()) {
      return decodeRecord(tree, raw);
    }
    if (raw.isSealed()) {
      return decodeVariant(tree, raw, where);
    }
    return scalar(tree, raw, where);
  }

  private static Object decodeVariant(Object tree, Class<?> sealed, String where) {
    Map<?, ?> map = expect(tree, Map.class, sealed);
    String name = map.size() == 1 ? map.keySet().iterator().next().toString() : "";
    for (Class<?> variant : sealed.getPermittedSubclasses()) {
      if (variantName(variant).equals(name)) {
        return decodeRecord(map.get(name), variant);
      }
    }
    throw new IllegalArgumentException(
        where + " is no variant of " + sealed.getSimpleName() + ": " + map.keySet());
  }

  private static List<Object> decodeList(Object tree, Type type, String where) {
    List<Object> copy = new ArrayList<>();
    for (Object item : expect(tree, List.class, List.class)) {
      copy.add(decode(item, Generics.argument(type, 0), where + "[" + copy.size() + "]"));
    }
    return copy;
  }

  private static Value<?> decodeValue(Object tree, Type plain, String where) {
    if (tree instanceof Map<?, ?> map && map.containsKey(REF)) {
      String ref = map.get(REF).toString();
      int hash = ref.lastIndexOf('#');
      return new Value.Ref<>(ResourceId.parse(ref.substring(0, hash)), ref.substring(hash + 1));
    }
    if (tree instanceof Map<?, ?> map && map.containsKey(SECRET)) {
      return secret(map);
    }
    return new Value.Known<>(decode(tree, plain, where));
  }

  private static Value.Secret<?> secret(Map<?, ?> map) {
    return new Value.Secret<>(map.get(SECRET).toString(), map.get("fingerprint").toString());
  }

  private static Object scalar(Object tree, Class<?> raw, String where) {
    return switch (tree) {
      case Number number when raw == int.class || raw == Integer.class -> number.intValue();
      case Number number when raw == long.class || raw == Long.class -> number.longValue();
      case Number number when raw == double.class || raw == Double.class -> number.doubleValue();
      case Boolean truth when raw == boolean.class || raw == Boolean.class -> truth;
      case String text when raw == String.class -> text;
      default ->
          throw new IllegalArgumentException(
              where + " is not a " + raw.getSimpleName() + ": " + tree);
    };
  }

  private static Object word(String text, Class<?> type, String where) {
    String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(where + " is no " + type.getSimpleName() + ": " + text);
  }

  private static <T> T expect(Object tree, Class<T> form, Class<?> type) {
    if (!form.isInstance(tree)) {
      throw new IllegalArgumentException(
          "expected the form of " + type.getSimpleName() + ", not " + tree);
    }
    return form.cast(tree);
  }
}
