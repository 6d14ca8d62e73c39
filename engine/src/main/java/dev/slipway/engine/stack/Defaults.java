package dev.slipway.engine.stack;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Binds the defaults of keys, once, so that a wrong one shows before any file is read. */
final class Defaults {
  private Defaults() {}

  /**
   * @param where the key's record component, for the message
   * @param text YAML text; empty for no default
   * @throws IllegalArgumentException if the shape doesn't take the default
   */
  static Optional<Field.Default> of(String where, Shape shape, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Reporter reporter = new Reporter("the default of " + where);
    Optional<Node> node = YamlDocument.parse(reporter, text);
    Optional<Object> value =
        node.flatMap(root -> new Binder(reporter).bind(shape, root, Spot.top(reporter.start())));
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "the default of " + where + " can't be bound: " + text + " " + reporter.all());
    }
    return Optional.of(new Field.Default(text, node.orElseThrow(), value.get()));
  }
}
