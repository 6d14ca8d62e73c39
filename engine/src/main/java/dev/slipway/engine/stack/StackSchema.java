package dev.slipway.engine.stack;

import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (draft 2020-12) of stack files, for editors to complete and check them. */
public final class StackSchema {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Shape.Group model;

  /** Takes the same as {@link StackReader#StackReader}, and agrees with it. */
  public StackSchema(List<Blueprint<?>> blueprints, List<TargetKind<?>> targets) {
    this.model = StackModel.of(blueprints, targets);
  }

  /**
   * The schema as indented JSON with a line feed at its end; always the same for the same systems
   * and targets.
   *
   * <p>What it can't say, and only the reader checks: rules between keys, and keys given twice.
   */
  public String json() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Slipway stack file");
    root.setAll(new ShapeSchema(MAPPER).of(model));
    ArrayNode anySystem = root.putArray("anyOf");
    for (String name : model.names()) {
      if (!StackModel.OWN_KEYS.contains(name)) {
        anySystem.addObject().putArray("required").add(name);
      }
    }
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return MAPPER.writer().with(printer).writeValueAsString(root) + "\n";
  }
}
