package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Nearest;
import java.util.Collection;

/** How to mend a name that isn't known. */
final class Suggestion {
  private Suggestion() {}

  /**
   * Names the nearest of the names allowed, or all of them if none is near.
   *
   * @param plural what the names are, for example {@code keys}
   */
  static String of(String given, Collection<String> allowed, String plural) {
    if (allowed.isEmpty()) {
      return "Remove it: there are no " + plural + " here.";
    }
    return Nearest.to(given, allowed)
        .map(name -> "Did you mean '" + name + "'?")
        .orElse("The " + plural + " here are: " + Expected.listed(allowed) + ".");
  }
}
