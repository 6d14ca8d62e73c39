package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a value stands.
 *
 * @param steps keys, and indexes in brackets, from the top; empty for the whole file
 * @param at of its key, or of itself if it has none
 * @param doc what the value means, in full sentences; may be empty
 */
record Spot(List<String> steps, Location at, String doc) {
  Spot {
    steps = List.copyOf(steps);
  }

  static Spot top(Location at) {
    return new Spot(List.of(), at, "");
  }

  Spot key(String name, Location at, String doc) {
    return new Spot(with(name), at, doc);
  }

  Spot element(int index, Location at) {
    return new Spot(with("[" + index + "]"), at, doc);
  }

  private List<String> with(String step) {
    List<String> longer = new ArrayList<>(steps);
    longer.add(step);
    return longer;
  }

  boolean inList() {
    return steps.stream().anyMatch(step -> step.startsWith("["));
  }

  /** For a message: the dotted path in quotes. */
  String name() {
    if (steps.isEmpty()) {
      return "The stack file";
    }
    StringBuilder path = new StringBuilder();
    for (String step : steps) {
      path.append(path.isEmpty() || step.startsWith("[") ? "" : ".").append(Quoted.shown(step));
    }
    return "'" + path + "'";
  }
}
