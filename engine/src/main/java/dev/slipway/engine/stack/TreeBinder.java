package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic.Location;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * Takes a map as the user wrote it: texts, {@code Long}s, {@code Double}s, {@code Boolean}s, nulls,
 * lists and maps.
 */
final class TreeBinder {
  private final Reporter reporter;
  private final LeafBinder leaves;
  private final KeyReader keys;
  private boolean whole = true;

  TreeBinder(Reporter reporter, LeafBinder leaves, KeyReader keys) {
    this.reporter = reporter;
    this.leaves = leaves;
    this.keys = keys;
  }

  Optional<Object> bind(Shape.Tree shape, YamlValue value, Spot spot, Location at) {
    if (!(value instanceof YamlValue.Entries(List<NodeTuple> tuples))) {
      return leaves.wrongType(shape, value, spot, at);
    }
    Map<String, Object> tree = map(tuples, spot);
    return whole ? Optional.of(tree) : Optional.empty();
  }

  private Map<String, Object> map(List<NodeTuple> tuples, Spot spot) {
    Map<String, NodeTuple> read = keys.read(tuples, spot);
    whole &= read.size() == tuples.size();
    Map<String, Object> map = new LinkedHashMap<>();
    read.forEach(
        (name, tuple) ->
            map.put(
                name,
                value(
                    tuple.getValueNode(),
                    spot.key(name, reporter.place(tuple.getKeyNode()), spot.doc()))));
    return Collections.unmodifiableMap(map);
  }

  private Object value(Node node, Spot spot) {
    return switch (YamlValue.of(node)) {
      case YamlValue.Text(String text) -> text;
      case YamlValue.Flag(boolean flag) -> flag;
      case YamlValue.Nothing() -> null;
      case YamlValue.Numeric(BigDecimal number) -> number(number);
      case YamlValue.Entries(List<NodeTuple> tuples) -> map(tuples, spot);
      case YamlValue.Items(List<Node> nodes) -> {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
          items.add(value(nodes.get(i), spot.element(i, reporter.place(nodes.get(i)))));
        }
        yield Collections.unmodifiableList(items);
      }
      case YamlValue.Odd odd -> {
        whole = false;
        leaves.wrongType(new Shape.Text(Optional.empty()), odd, spot, reporter.place(node));
        yield null;
      }
    };
  }

  private static Object number(BigDecimal number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException _) {
      return number.doubleValue();
    }
  }
}
