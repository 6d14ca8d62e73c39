package dev.slipway.engine.spec;

import dev.slipway.engine.resource.ResourceId;
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

/** Reads records from the trees that {@link SpecTree} makes of them. */
final class SpecReader {
  private SpecReader() {}

  static Object record(Object tree, Class<?> type) {
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
      return SpecTree.isVariant(raw)
          ? decodeVariant(tree, List.of(raw), raw, where)
          : record(tree, raw);
    }
    if (raw.isSealed()) {
      return decodeVariant(tree, variants(raw), raw, where);
    }
    return scalar(tree, raw, where);
  }

  /** The records of a sealed interface and of the sealed interfaces within it. */
  private static List<Class<?>> variants(Class<?> sealed) {
    List<Class<?>> variants = new ArrayList<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        variants.addAll(variants(permitted));
      } else {
        variants.add(permitted);
      }
    }
    return variants;
  }

  private static Object decodeVariant(
      Object tree, List<Class<?>> variants, Class<?> sealed, String where) {
    Map<?, ?> map = expect(tree, Map.class, sealed);
    String name = map.size() == 1 ? map.keySet().iterator().next().toString() : "";
    for (Class<?> variant : variants) {
      if (SpecTree.variantName(variant).equals(name)) {
        return record(map.get(name), variant);
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
    if (tree instanceof Map<?, ?> map && map.containsKey(SpecTree.REF)) {
      String ref = map.get(SpecTree.REF).toString();
      int hash = ref.lastIndexOf('#');
      return new Value.Ref<>(ResourceId.parse(ref.substring(0, hash)), ref.substring(hash + 1));
    }
    if (tree instanceof Map<?, ?> map && map.containsKey(SpecTree.SECRET)) {
      return SpecTree.secret(map);
    }
    return new Value.Known<>(decode(tree, plain, where));
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
