package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic.Location;
import dev.slipway.engine.diagnostic.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the keys of a map, and reports those that are wrong, missing or too many. */
final class KeyReader {
  private final Reporter reporter;

  KeyReader(Reporter reporter) {
    this.reporter = reporter;
  }

  /** The map's entries by key, in the file's order; of a key given twice, the first. */
  Map<String, NodeTuple> read(List<NodeTuple> tuples, Spot spot) {
    Map<String, NodeTuple> read = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples) {
      Location at = reporter.place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key) || key.getValue().isEmpty()) {
        reporter.report(
            StackProblem.WRONG_TYPE,
            at,
            "A key of " + inside(spot) + " must be a text that isn't empty.",
            "Write a name before the colon.");
        continue;
      }
      NodeTuple first = read.putIfAbsent(key.getValue(), tuple);
      if (first != null) {
        reporter.report(
            StackProblem.DUPLICATE_KEY,
            at,
            "The key "
                + Quoted.text(key.getValue())
                + " is given already in line "
                + reporter.place(first.getKeyNode()).line()
                + ".",
            "Remove one of the two.");
      }
    }
    return read;
  }

  void reportUnknown(Shape.Group group, String name, NodeTuple tuple, Spot spot) {
    Location at = reporter.place(tuple.getKeyNode());
    if (!group.top()) {
      reporter.report(
          StackProblem.UNKNOWN_KEY,
          at,
          spot.name() + " has no key " + Quoted.text(name) + ".",
          Suggestion.of(name, group.names(), "keys"));
      return;
    }
    List<String> systems =
        group.names().stream().filter(known -> !StackModel.OWN_KEYS.contains(known)).toList();
    Optional<String> nearest = Nearest.to(name, group.names());
    if (nearest.filter(StackModel.OWN_KEYS::contains).isPresent()) {
      reporter.report(
          StackProblem.UNKNOWN_KEY,
          at,
          "The stack file has no key " + Quoted.text(name) + ".",
          Suggestion.of(name, StackModel.OWN_KEYS, "keys"));
    } else {
      reporter.report(
          StackProblem.UNKNOWN_SYSTEM,
          at,
          "There is no system " + Quoted.text(name) + ".",
          Suggestion.of(name, systems, "systems"));
    }
  }

  void reportMissing(Field field, Spot spot) {
    reporter.report(
        StackProblem.MISSING_KEY,
        spot.at(),
        spot.name() + " needs the key '" + field.name() + "'. " + field.doc(),
        "Add the key '"
            + field.name()
            + "'; it must be "
            + Expected.by(field.shape())
            + "."
            + (spot.inList() ? "" : " For example:\n" + Starter.snippet(spot, field)));
  }

  void reportUnknownVariant(Shape.Choice choice, String name, Spot spot, Location at) {
    boolean target = choice.unknown() == StackProblem.UNKNOWN_TARGET;
    reporter.report(
        choice.unknown(),
        at,
        target
            ? "There is no target " + Quoted.text(name) + "."
            : spot.name() + " has no variant " + Quoted.text(name) + ".",
        Suggestion.of(name, choice.names(), target ? "targets" : "variants"));
  }

  void reportNotOne(Shape.Choice choice, Collection<String> given, Spot spot) {
    reporter.report(
        StackProblem.NOT_ONE,
        spot.at(),
        spot.name()
            + " must have exactly one key, but it has "
            + (given.isEmpty() ? "none" : Quoted.shown(String.join(", ", given)))
            + ".",
        "Give it exactly one of these: " + Expected.listed(choice.names()) + ".");
  }

  private static String inside(Spot spot) {
    return spot.steps().isEmpty() ? "the stack file" : spot.name();
  }
}
