package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic.Location;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.diagnostic.Nearest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Turns a YAML tree into the objects that its shape asks for, and reports everything that hinders.
 * What it returns is empty exactly if something was reported on the way.
 */
final class Binder {
  private final Reporter reporter;
  private final LeafBinder leaves;
  private final KeyReader keys;

  Binder(Reporter reporter) {
    this.reporter = reporter;
    this.leaves = new LeafBinder(reporter);
    this.keys = new KeyReader(reporter);
  }

  Optional<Object> bind(Shape shape, Node node, Spot spot) {
    YamlValue value = YamlValue.of(node);
    Location at = reporter.place(node);
    return switch (shape) {
      case Shape.Text text -> leaves.text(text, value, spot, at);
      case Shape.Whole whole -> leaves.whole(whole, value, spot, at);
      case Shape.Decimal decimal -> leaves.decimal(decimal, value, spot, at);
      case Shape.Flag flag -> leaves.flag(flag, value, spot, at);
      case Shape.Word word -> leaves.word(word, value, spot, at);
      case Shape.Time time -> leaves.time(time, value, spot, at);
      case Shape.Items items -> items(items, value, spot, at);
      case Shape.Entries entries -> entries(entries, value, spot, at);
      case Shape.Tree tree -> new TreeBinder(reporter, leaves, keys).bind(tree, value, spot, at);
      case Shape.Group group -> group(group, value, spot, at);
      case Shape.Choice choice -> choice(choice, value, spot, at);
    };
  }

  private Optional<Object> items(Shape.Items shape, YamlValue value, Spot spot, Location at) {
    if (!(value instanceof YamlValue.Items(List<Node> nodes))) {
      return leaves.wrongType(shape, value, spot, at);
    }
    List<Object> bound = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      bind(shape.element(), node, spot.element(i, reporter.place(node))).ifPresent(bound::add);
    }
    return bound.size() == nodes.size() ? Optional.of(List.copyOf(bound)) : Optional.empty();
  }

  private Optional<Object> entries(Shape.Entries shape, YamlValue value, Spot spot, Location at) {
    if (!(value instanceof YamlValue.Entries(List<NodeTuple> tuples))) {
      return leaves.wrongType(shape, value, spot, at);
    }
    Map<String, Object> bound = new LinkedHashMap<>();
    keys.read(tuples, spot)
        .forEach(
            (name, tuple) ->
                bind(shape.value(), tuple.getValueNode(), below(spot, name, tuple, spot.doc()))
                    .ifPresent(item -> bound.put(name, item)));
    return bound.size() == tuples.size()
        ? Optional.of(Collections.unmodifiableMap(bound))
        : Optional.empty();
  }

  private Optional<Object> group(Shape.Group shape, YamlValue value, Spot spot, Location at) {
    return switch (value) {
      case YamlValue.Nothing() -> group(shape, List.of(), spot);
      case YamlValue.Entries(List<NodeTuple> tuples) -> group(shape, tuples, spot);
      case YamlValue.Text _,
          YamlValue.Numeric _,
          YamlValue.Flag _,
          YamlValue.Items _,
          YamlValue.Odd _ ->
          leaves.wrongType(shape, value, spot, at);
    };
  }

  private Optional<Object> group(Shape.Group shape, List<NodeTuple> tuples, Spot spot) {
    Map<String, NodeTuple> given = keys.read(tuples, spot);
    boolean complete = given.size() == tuples.size();
    Set<String> meant = new HashSet<>();
    for (Map.Entry<String, NodeTuple> entry : given.entrySet()) {
      if (!shape.names().contains(entry.getKey())) {
        complete = false;
        Nearest.to(entry.getKey(), shape.names()).ifPresent(meant::add);
        keys.reportUnknown(shape, entry.getKey(), entry.getValue(), spot);
      }
    }
    List<Object> values = new ArrayList<>();
    for (Field field : shape.fields()) {
      NodeTuple tuple = given.get(field.name());
      Optional<Object> bound =
          tuple == null
              ? field.absent()
              : bind(
                      field.shape(),
                      tuple.getValueNode(),
                      below(spot, field.name(), tuple, field.doc()))
                  .map(field::given);
      bound.ifPresent(values::add);
      // A required key that was only misspelt is reported as that.
      if (tuple == null && bound.isEmpty() && !meant.contains(field.name())) {
        keys.reportMissing(field, spot);
      }
    }
    return complete && values.size() == shape.fields().size()
        ? make(shape, values, spot)
        : Optional.empty();
  }

  private Optional<Object> make(Shape.Group shape, List<Object> values, Spot spot) {
    try {
      return Optional.of(shape.maker().make(values));
    } catch (DiagnosticException e) {
      e.diagnostics().forEach(diagnostic -> reporter.report(diagnostic.at(spot.at())));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      reporter.report(
          StackProblem.INVALID,
          spot.at(),
          spot.name() + " can't be as it is: " + sentence(e) + ".",
          "Change the values of its keys accordingly.");
      return Optional.empty();
    }
  }

  private static String sentence(IllegalArgumentException refusal) {
    String message = refusal.getMessage();
    return message == null || message.isBlank()
        ? "its values don't fit together"
        : message.strip().replaceFirst("[.]$", "");
  }

  private Optional<Object> choice(Shape.Choice shape, YamlValue value, Spot spot, Location at) {
    if (shape.byName() && value instanceof YamlValue.Text(String name)) {
      Optional<Shape.Variant> variant = shape.find(name);
      if (variant.isEmpty()) {
        keys.reportUnknownVariant(shape, name, spot, at);
      }
      return variant.flatMap(
          chosen -> group(chosen.group(), List.of(), spot.key(chosen.name(), at, chosen.doc())));
    }
    if (!(value instanceof YamlValue.Entries(List<NodeTuple> tuples))) {
      return leaves.wrongType(shape, value, spot, at);
    }
    Map<String, NodeTuple> given = keys.read(tuples, spot);
    Optional<Object> last = Optional.empty();
    for (Map.Entry<String, NodeTuple> entry : given.entrySet()) {
      NodeTuple tuple = entry.getValue();
      Optional<Shape.Variant> variant = shape.find(entry.getKey());
      if (variant.isPresent()) {
        last =
            bind(
                variant.get().group(),
                tuple.getValueNode(),
                below(spot, entry.getKey(), tuple, variant.get().doc()));
      } else {
        keys.reportUnknownVariant(shape, entry.getKey(), spot, reporter.place(tuple.getKeyNode()));
      }
    }
    if (tuples.size() != 1) {
      keys.reportNotOne(shape, given.keySet(), spot);
      return Optional.empty();
    }
    return last;
  }

  private Spot below(Spot spot, String name, NodeTuple tuple, String doc) {
    return spot.key(name, reporter.place(tuple.getKeyNode()), doc);
  }
}
