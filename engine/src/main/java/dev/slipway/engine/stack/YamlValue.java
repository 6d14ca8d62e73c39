package dev.slipway.engine.stack;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What a YAML node says by the core schema of YAML 1.2. */
sealed interface YamlValue {
  record Text(String text) implements YamlValue {}

  record Numeric(BigDecimal number) implements YamlValue {}

  record Flag(boolean value) implements YamlValue {}

  record Nothing() implements YamlValue {}

  record Items(List<Node> nodes) implements YamlValue {}

  record Entries(List<NodeTuple> tuples) implements YamlValue {}

  /**
   * Something that no key takes.
   *
   * @param what it is, in words
   * @param fix what to do, in full sentences
   */
  record Odd(String what, String fix) implements YamlValue {}

  /** Digits beyond which a number is no number that anybody means. */
  int LONGEST_NUMBER = 100;

  static YamlValue of(Node node) {
    return switch (node) {
      case MappingNode map when map.getTag().equals(Tag.MAP) -> new Entries(map.getValue());
      case SequenceNode list when list.getTag().equals(Tag.SEQ) -> new Items(list.getValue());
      case ScalarNode scalar -> ofScalar(scalar.getTag(), scalar.getValue());
      default -> tagged(node.getTag());
    };
  }

  private static YamlValue ofScalar(Tag tag, String text) {
    if (tag.equals(Tag.STR) || tag.equals(Tag.ENV_TAG)) {
      return new Text(text);
    }
    if (tag.equals(Tag.NULL)) {
      return new Nothing();
    }
    if (tag.equals(Tag.BOOL)) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> new Flag(true);
        case "false" -> new Flag(false);
        default -> tagged(tag);
      };
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(text);
    }
    return tagged(tag);
  }

  private static YamlValue number(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return new Odd("a number of " + text.length() + " characters", "Write a shorter number.");
    }
    try {
      return new Numeric(
          switch (text.length() > 1 ? text.substring(0, 2) : "") {
            case "0x" -> new BigDecimal(new BigInteger(text.substring(2), 16));
            case "0o" -> new BigDecimal(new BigInteger(text.substring(2), 8));
            default -> new BigDecimal(text);
          });
    } catch (NumberFormatException _) {
      return new Odd("the number " + Quoted.text(text), "Write the number in digits.");
    }
  }

  private static YamlValue tagged(Tag tag) {
    String name = tag.getValue().replaceFirst("^" + Tag.PREFIX, "!!");
    return new Odd("a value with the tag " + Quoted.text(name), "Remove the tag.");
  }

  /** What it is, in words: {@code the number 5}, {@code a list}. */
  default String describe() {
    return switch (this) {
      case Text(String text) -> "the text " + Quoted.text(text);
      case Numeric(BigDecimal number) -> "the number " + number;
      case Flag(boolean value) -> value ? "true" : "false";
      case Nothing() -> "empty";
      case Items _ -> "a list";
      case Entries _ -> "a map";
      case Odd(String what, String _) -> what;
    };
  }
}
