package dev.slipway.engine.stack;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One key of a group.
 *
 * @param optional whether it binds to an {@link Optional}
 * @param example YAML text of a value to start from; may be empty
 */
record Field(
    String name,
    Shape shape,
    String doc,
    boolean optional,
    Optional<Default> byDefault,
    String example) {
  /**
   * The value of a key that isn't given.
   *
   * @param text as YAML
   * @param value as bound
   */
  record Default(String text, Node node, Object value) {}

  boolean required() {
    return !optional && byDefault.isEmpty();
  }

  /** What the record's component gets for a value that was bound. */
  Object given(Object value) {
    return optional ? Optional.of(value) : value;
  }

  /** What the record's component gets if the key isn't given; empty if it must be. */
  Optional<Object> absent() {
    return required()
        ? Optional.empty()
        : Optional.of(byDefault.map(value -> given(value.value())).orElse(Optional.empty()));
  }
}
