package dev.slipway.engine.spec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;

/** Reads generic types as they were declared. */
final class Generics {
  private Generics() {}

  /** The n-th type argument, or {@code Object} if the type was declared without. */
  static Type argument(Type type, int n) {
    if (!(type instanceof ParameterizedType parameterized)) {
      return Object.class;
    }
    Type argument = parameterized.getActualTypeArguments()[n];
    return argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
  }

  static Class<?> raw(Type type) {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType parameterized -> (Class<?>) parameterized.getRawType();
      default -> Object.class;
    };
  }
}
