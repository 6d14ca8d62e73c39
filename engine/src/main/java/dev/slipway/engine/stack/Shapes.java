package dev.slipway.engine.stack;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the shapes of records whose components are described by {@link Key}. */
final class Shapes {
  private final Deque<Class<?>> open = new ArrayDeque<>();

  private Shapes() {}

  /**
   * @throws IllegalArgumentException if a component isn't described, is of a type that a stack file
   *     can't give, or has a default that it doesn't take
   */
  static Shape.Group of(Class<? extends Record> type) {
    return new Shapes().group(type);
  }

  private Shape.Group group(Class<? extends Record> type) {
    if (open.contains(type)) {
      throw new IllegalArgumentException(type.getName() + " holds itself");
    }
    open.push(type);
    List<Field> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(field(component));
    }
    open.pop();
    return new Shape.Group(fields, RecordMaker.of(type), false);
  }

  private Field field(RecordComponent component) {
    String where = component.getDeclaringRecord().getName() + "." + component.getName();
    Key key = component.getAnnotation(Key.class);
    if (key == null) {
      throw new IllegalArgumentException(where + " has no @Key");
    }
    Type type = component.getGenericType();
    boolean optional = component.getType() == Optional.class;
    Shape shape = shape(where, optional ? argument(type, 0) : type, key);
    return new Field(
        Names.ofComponentOrType(component.getName()),
        shape,
        key.doc(),
        optional,
        Defaults.of(where, shape, key.byDefault()),
        key.example());
  }

  private Shape shape(String where, Type type, Key key) {
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == List.class) {
        return new Shape.Items(shape(where, argument(type, 0), key));
      }
      if (generic.getRawType() == Map.class && argument(type, 0) == String.class) {
        if (argument(type, 1) == Object.class) {
          return new Shape.Tree();
        }
        return new Shape.Entries(shape(where, argument(type, 1), key));
      }
    }
    if (type instanceof Class<?> plain) {
      return plain(where, plain, key);
    }
    throw notBindable(where, type);
  }

  private Shape plain(String where, Class<?> type, Key key) {
    boolean number =
        List.<Class<?>>of(
                int.class, Integer.class, long.class, Long.class, double.class, Double.class)
            .contains(type);
    if (!number && (key.min() != Long.MIN_VALUE || key.max() != Long.MAX_VALUE)) {
      throw new IllegalArgumentException(where + " is no number, but has bounds");
    }
    if (type == String.class) {
      return new Shape.Text(
          Optional.of(key.pattern()).filter(regex -> !regex.isEmpty()).map(Pattern::compile));
    }
    if (!key.pattern().isEmpty()) {
      throw new IllegalArgumentException(where + " is no text, but has a pattern");
    }
    if (type == int.class || type == Integer.class) {
      long least = Math.max(key.min(), Integer.MIN_VALUE);
      long most = Math.min(key.max(), Integer.MAX_VALUE);
      return new Shape.Whole(false, least, most);
    }
    if (type == long.class || type == Long.class) {
      return new Shape.Whole(true, key.min(), key.max());
    }
    if (number) {
      return new Shape.Decimal(key.min(), key.max());
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Shape.Flag();
    }
    if (type == Duration.class) {
      return new Shape.Time();
    }
    if (type.isEnum()) {
      return words(type);
    }
    if (type.isRecord()) {
      return group(type.asSubclass(Record.class));
    }
    if (type.isInterface() && type.isSealed()) {
      return new Shape.Choice(variants(type), false, StackProblem.UNKNOWN_VARIANT);
    }
    throw notBindable(where, type);
  }

  private static Shape.Word words(Class<?> type) {
    SortedMap<String, Object> words = new TreeMap<>();
    for (Object constant : type.getEnumConstants()) {
      words.put(Names.ofConstant((Enum<?>) constant), constant);
    }
    return new Shape.Word(words);
  }

  private List<Shape.Variant> variants(Class<?> sealed) {
    List<Shape.Variant> variants = new ArrayList<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isRecord()) {
        variants.add(
            new Shape.Variant(
                Names.ofComponentOrType(permitted.getSimpleName()),
                "",
                group(permitted.asSubclass(Record.class))));
      } else if (permitted.isInterface() && permitted.isSealed()) {
        variants.addAll(variants(permitted));
      } else {
        throw new IllegalArgumentException(permitted.getName() + " is not a record");
      }
    }
    return variants;
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[index]
        : Object.class;
  }

  private static IllegalArgumentException notBindable(String where, Type type) {
    return new IllegalArgumentException(
        where + " is a " + type.getTypeName() + ", which a stack file can't give");
  }
}
