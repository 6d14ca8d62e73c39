package dev.slipway.engine.spec;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The references that a spec holds: found by looking at the data. */
public final class References {
  private References() {}

  /**
   * A reference and where in the spec it stands.
   *
   * @param path dotted path, for example {@code arguments[3]}
   */
  public record Found(String path, Value.Ref<?> ref) {}

  /** Every reference in the spec, in the order of its components. */
  public static List<Found> in(Spec spec) {
    List<Found> found = new ArrayList<>();
    walk("", spec, found);
    return found;
  }

  private static void walk(String path, Object value, List<Found> found) {
    switch (value) {
      case null -> {}
      case Value.Ref<?> ref -> found.add(new Found(path, ref));
      case Value<?> _, String _, Number _, Boolean _ -> {}
      case Optional<?> optional -> optional.ifPresent(inner -> walk(path, inner, found));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          walk(path + "[" + i + "]", list.get(i), found);
        }
      }
      case Map<?, ?> map ->
          map.forEach((key, inner) -> walk(join(path, key.toString()), inner, found));
      case Record record -> {
        for (RecordShape.Component component : RecordShape.of(record.getClass()).components()) {
          walk(join(path, component.name()), component.read(record), found);
        }
      }
      default -> {}
    }
  }

  /**
   * The spec with each reference replaced by what {@code known} says of it; those that it doesn't
   * know stay.
   *
   * @param known the value of a reference as a plain scalar or a {@link Value.Secret}
   */
  @SuppressWarnings(
      "unchecked") // a record is rebuilt by its own constructor from components of their own types
  public static <S extends Spec> S resolve(S spec, Function<Value.Ref<?>, Optional<Object>> known) {
    return (S) rebuild(spec, spec.getClass(), known);
  }

  private static Object rebuild(
      Object value,
      java.lang.reflect.Type declared,
      Function<Value.Ref<?>, Optional<Object>> known) {
    return switch (value) {
      case null -> null;
      case Value.Ref<?> ref ->
          known.apply(ref).<Object>map(plain -> resolved(plain, declared)).orElse(ref);
      case Value<?> same -> same;
      case String same -> same;
      case Optional<?> optional ->
          optional.map(inner -> rebuild(inner, Generics.argument(declared, 0), known));
      case List<?> list -> rebuildList(list, Generics.argument(declared, 0), known);
      case SortedMap<?, ?> map ->
          rebuildMap(map, new TreeMap<>(), Generics.argument(declared, 1), known);
      case Map<?, ?> map ->
          rebuildMap(map, new LinkedHashMap<>(), Generics.argument(declared, 1), known);
      case Record record -> rebuildRecord(record, known);
      default -> value;
    };
  }

  private static Value<?> resolved(Object plain, java.lang.reflect.Type declared) {
    if (plain instanceof Value<?> value) {
      return value;
    }
    boolean wantsText = Generics.argument(declared, 0) == String.class;
    return new Value.Known<>(wantsText ? plain.toString() : plain);
  }

  private static Object rebuildList(
      List<?> list,
      java.lang.reflect.Type element,
      Function<Value.Ref<?>, Optional<Object>> known) {
    List<Object> copy = new ArrayList<>(list.size());
    boolean changed = false;
    for (Object item : list) {
      Object rebuilt = rebuild(item, element, known);
      changed |= rebuilt != item;
      copy.add(rebuilt);
    }
    return changed ? copy : list;
  }

  private static Object rebuildMap(
      Map<?, ?> map,
      Map<Object, Object> copy,
      java.lang.reflect.Type element,
      Function<Value.Ref<?>, Optional<Object>> known) {
    map.forEach((key, item) -> copy.put(key, rebuild(item, element, known)));
    return copy;
  }

  private static Object rebuildRecord(
      Record record, Function<Value.Ref<?>, Optional<Object>> known) {
    RecordShape shape = RecordShape.of(record.getClass());
    List<RecordShape.Component> components = shape.components();
    Object[] arguments = new Object[components.size()];
    boolean changed = false;
    for (int i = 0; i < arguments.length; i++) {
      Object before = components.get(i).read(record);
      arguments[i] = rebuild(before, components.get(i).type(), known);
      changed |= arguments[i] != before;
    }
    return changed ? shape.make(arguments) : record;
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
