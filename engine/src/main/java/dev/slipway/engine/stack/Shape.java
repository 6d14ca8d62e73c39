package dev.slipway.engine.stack;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a value in the stack file may be. The reader, the JSON Schema and the starter file are all
 * made from the same shapes, so that they can't disagree.
 */
sealed interface Shape {
  /** Text; {@code pattern} must match the whole of it. */
  record Text(Optional<Pattern> pattern) implements Shape {}

  /**
   * A whole number.
   *
   * @param wide whether it binds to a {@code long} and not an {@code int}
   */
  record Whole(boolean wide, long min, long max) implements Shape {}

  /** A number; {@link Long#MIN_VALUE} and {@link Long#MAX_VALUE} stand for no bound. */
  record Decimal(long min, long max) implements Shape {}

  record Flag() implements Shape {}

  /** One of a fixed set of words, each with the constant that it binds to. */
  record Word(SortedMap<String, Object> words) implements Shape {
    public Word {
      words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    }
  }

  /** A duration, see {@link Span}. */
  record Time() implements Shape {}

  record Items(Shape element) implements Shape {}

  /** A map with names of the user's choice. */
  record Entries(Shape value) implements Shape {}

  /** A map whose keys and values are the user's own, to any depth. */
  record Tree() implements Shape {}

  /**
   * A map with fixed keys.
   *
   * @param top whether it is the whole stack file, whose keys are the systems too
   */
  record Group(List<Field> fields, Maker maker, boolean top) implements Shape {
    public Group {
      fields = List.copyOf(fields);
    }

    List<String> names() {
      return fields.stream().map(Field::name).toList();
    }

    /** Whether it may be left empty. */
    boolean needsNothing() {
      return fields.stream().noneMatch(Field::required);
    }
  }

  /**
   * A map with exactly one key, the name of a variant.
   *
   * @param byName whether a variant that needs nothing may also be given by its name alone
   * @param unknown what it means when a name isn't known
   */
  record Choice(List<Variant> variants, boolean byName, StackProblem unknown) implements Shape {
    public Choice {
      variants = List.copyOf(variants);
    }

    List<String> names() {
      return variants.stream().map(Variant::name).toList();
    }

    Optional<Variant> find(String name) {
      return variants.stream().filter(variant -> variant.name().equals(name)).findFirst();
    }
  }

  /**
   * One of the things that a choice may be.
   *
   * @param doc what it is, in full sentences; may be empty
   */
  record Variant(String name, String doc, Group group) {}

  /** Makes a group's object of its fields' values, in the fields' order. */
  @FunctionalInterface
  interface Maker {
    /**
     * @throws IllegalArgumentException if the values don't fit together; its message says why
     */
    Object make(List<Object> values);
  }
}
