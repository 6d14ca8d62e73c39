package dev.slipway.engine.spec;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
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

  /** Every reference in the spec, without where it stands. */
  public static void forEach(Spec spec, Consumer<Value.Ref<?>> found) {
    visit(spec, found);
  }

  private static void visit(Object value, Consumer<Value.Ref<?>> found) {
    switch (value) {
      case null -> {}
      case Value.Ref<?> ref -> found.accept(ref);
      case Value<?> _, String _, Number _, Boolean _ -> {}
      case Optional<?> optional -> optional.ifPresent(inner -> visit(inner, found));
      case Collection<?> items -> {
        for (Object item : items) {
          visit(item, found);
        }
      }
      case Map<?, ?> map -> map.values().forEach(inner -> visit(inner, found));
      case Record record -> {
        for (RecordShape.Component component : RecordShape.of(record.getClass()).components()) {
          visit(component.read(record), found);
        }
      }
      default -> {}
    }
  }

  private static void walk(String path, Object value, List<Found> found) {
    switch (value) {
      case null -> {}
      case Value.Ref<?> ref -> found.add(new Found(path, ref));
      case Value<?> _, String _, Number _, Boolean _ -> {}
      case Optional<?> optional -> optional.ifPresent(inner -> walk(path, inner, found));
      case Collection<?> items -> {
        int i = 0;
        for (Object item : items) {
          walk(path + "[" + i++ + "]", item, found);
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
      case Optional<?> optional -> rebuildOptional(optional, declared, known);
      case List<?> list ->
          rebuildItems(list, new ArrayList<>(list.size()), Generics.argument(declared, 0), known);
      case Set<?> set ->
          rebuildItems(set, new LinkedHashSet<>(), Generics.argument(declared, 0), known);
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
    Class<?> wanted = Generics.raw(Generics.argument(declared, 0));
    return new Value.Known<>(
        switch (plain) {
          case Object any when wanted == String.class -> any.toString();
          case Number number when wanted == Integer.class -> Math.toIntExact(number.longValue());
          case Number number when wanted == Long.class -> number.longValue();
          case Number number when wanted == Double.class -> number.doubleValue();
          default -> plain;
        });
  }

  private static Object rebuildOptional(
      Optional<?> optional,
      java.lang.reflect.Type declared,
      Function<Value.Ref<?>, Optional<Object>> known) {
    if (optional.isEmpty()) {
      return optional;
    }
    Object rebuilt = rebuild(optional.get(), Generics.argument(declared, 0), known);
    return rebuilt == optional.get() ? optional : Optional.of(rebuilt);
  }

  private static Object rebuildItems(
      Collection<?> items,
      Collection<Object> copy,
      java.lang.reflect.Type element,
      Function<Value.Ref<?>, Optional<Object>> known) {
    boolean changed = false;
    for (Object item : items) {
      Object rebuilt = rebuild(item, element, known);
      changed |= rebuilt != item;
      copy.add(rebuilt);
    }
    return changed ? copy : items;
  }

  private static Object rebuildMap(
      Map<?, ?> map,
      Map<Object, Object> copy,
      java.lang.reflect.Type element,
      Function<Value.Ref<?>, Optional<Object>> known) {
    boolean changed = false;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object rebuilt = rebuild(entry.getValue(), element, known);
      changed |= rebuilt != entry.getValue();
      copy.put(entry.getKey(), rebuilt);
    }
    return changed ? copy : map;
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
