package dev.slipway.engine.stack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A YAML tree as JSON, which is how a JSON Schema sees it. */
final class NodeJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A whole number with more zeros than this stays in the form with an exponent. */
  private static final int LARGEST_EXPONENT = 1000;

  private NodeJson() {}

  /** Empty if the tree holds something that JSON can't say. */
  static Optional<JsonNode> of(Node node) {
    return switch (YamlValue.of(node)) {
      case YamlValue.Text(String text) -> Optional.of(JSON.stringNode(text));
      case YamlValue.Numeric(BigDecimal number) ->
          Optional.of(
              number.scale() <= 0 && number.scale() >= -LARGEST_EXPONENT
                  ? JSON.numberNode(number.toBigIntegerExact())
                  : JSON.numberNode(number));
      case YamlValue.Flag(boolean value) -> Optional.of(JSON.booleanNode(value));
      case YamlValue.Nothing() -> Optional.of(JSON.nullNode());
      case YamlValue.Items(List<Node> nodes) -> items(nodes);
      case YamlValue.Entries(List<NodeTuple> tuples) -> entries(tuples);
      case YamlValue.Odd _ -> Optional.empty();
    };
  }

  private static Optional<JsonNode> items(List<Node> nodes) {
    ArrayNode array = JSON.arrayNode();
    nodes.forEach(node -> of(node).ifPresent(array::add));
    return array.size() == nodes.size() ? Optional.of(array) : Optional.empty();
  }

  private static Optional<JsonNode> entries(List<NodeTuple> tuples) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple tuple : tuples) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        of(tuple.getValueNode()).ifPresent(value -> object.set(key.getValue(), value));
      }
    }
    return object.size() == tuples.size() ? Optional.of(object) : Optional.empty();
  }
}
