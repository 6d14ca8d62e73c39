package dev.slipway.engine.stack;

import java.util.Locale;

/** How Java's names are written in a stack file. */
final class Names {
  private Names() {}

  /** {@code dataFolder} and {@code DataFolder} are written {@code data-folder}. */
  static String ofComponentOrType(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  /** {@code READ_ONLY} is written {@code read-only}. */
  static String ofConstant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
