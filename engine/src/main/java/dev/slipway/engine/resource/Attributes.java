package dev.slipway.engine.resource;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a resource that exists, by name: what other resources may refer to and the
 * journal keeps. Values are strings, numbers, booleans, {@link Value.Secret}s, or lists and maps of
 * those; never a plaintext secret. Whole numbers are held as {@code Long}, others as {@code
 * Double}.
 */
public record Attributes(SortedMap<String, Object> values) {
  public static final Attributes NONE = new Attributes(new TreeMap<>());

  public Attributes {
    TreeMap<String, Object> copy = new TreeMap<>();
    values.forEach((name, value) -> copy.put(name, canonical(name, value)));
    values = Collections.unmodifiableSortedMap(copy);
  }

  /** One form for equal values, so that what is read back from the journal equals what was seen. */
  private static Object canonical(String name, Object value) {
    return switch (value) {
      case String _, Boolean _, Long _, Double _, Value.Secret<?> _ -> value;
      case Integer number -> number.longValue();
      case Short number -> number.longValue();
      case Byte number -> number.longValue();
      case Float number -> number.doubleValue();
      case Collection<?> items -> items.stream().map(item -> canonical(name, item)).toList();
      case Map<?, ?> map -> {
        TreeMap<String, Object> copy = new TreeMap<>();
        map.forEach((key, item) -> copy.put((String) key, canonical(name, item)));
        yield Collections.unmodifiableSortedMap(copy);
      }
      case null -> throw new IllegalArgumentException("attribute " + name + " holds a null");
      default ->
          throw new IllegalArgumentException(
              "attribute " + name + " holds a " + value.getClass().getName());
    };
  }

  /** Attributes from alternating names and values; a null value leaves the name out. */
  public static Attributes of(Object... namesAndValues) {
    TreeMap<String, Object> values = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != null) {
        values.put((String) namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return new Attributes(values);
  }

  public static Attributes of(Map<String, ?> values) {
    return new Attributes(new TreeMap<>(values));
  }

  public Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public Optional<String> text(String name) {
    return find(name).map(Objects::toString);
  }

  public Optional<Long> number(String name) {
    return find(name).map(value -> ((Number) value).longValue());
  }

  public Attributes with(String name, Object value) {
    TreeMap<String, Object> copy = new TreeMap<>(values);
    copy.put(name, value);
    return new Attributes(copy);
  }

  /** These without one, if it is among them. */
  public Attributes without(String name) {
    TreeMap<String, Object> copy = new TreeMap<>(values);
    copy.remove(name);
    return new Attributes(copy);
  }
}
