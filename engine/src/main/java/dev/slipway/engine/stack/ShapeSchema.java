package dev.slipway.engine.stack;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a shape. */
final class ShapeSchema {
  private static final String TYPE = "type";

  private final JsonMapper mapper;

  ShapeSchema(JsonMapper mapper) {
    this.mapper = mapper;
  }

  ObjectNode of(Shape shape) {
    ObjectNode schema = mapper.createObjectNode();
    switch (shape) {
      case Shape.Text(var pattern) -> {
        schema.put(TYPE, "string");
        pattern.ifPresent(regex -> schema.put("pattern", whole(regex.pattern())));
      }
      case Shape.Whole whole ->
          schema.put(TYPE, "integer").put("minimum", whole.min()).put("maximum", whole.max());
      case Shape.Decimal decimal -> {
        schema.put(TYPE, "number");
        schema.put("minimum", Bounds.min(decimal)).put("maximum", Bounds.max(decimal));
      }
      case Shape.Flag _ -> schema.put(TYPE, "boolean");
      case Shape.Word(var words) -> {
        schema.put(TYPE, "string");
        words.keySet().forEach(schema.putArray("enum")::add);
      }
      case Shape.Time _ -> schema.put(TYPE, "string").put("pattern", whole(Span.PATTERN));
      case Shape.Items(Shape element) -> {
        schema.put(TYPE, "array");
        schema.set("items", of(element));
      }
      case Shape.Entries(Shape value) -> {
        schema.put(TYPE, "object");
        schema.putObject("propertyNames").put("minLength", 1);
        schema.set("additionalProperties", of(value));
      }
      case Shape.Tree _ -> schema.put(TYPE, "object");
      case Shape.Group group -> group(group, schema);
      case Shape.Choice choice -> choice(choice, schema);
    }
    return schema;
  }

  private void group(Shape.Group group, ObjectNode schema) {
    if (group.needsNothing()) {
      schema.putArray(TYPE).add("object").add("null");
    } else {
      schema.put(TYPE, "object");
    }
    ObjectNode properties = schema.putObject("properties");
    for (Field field : group.fields()) {
      properties.set(field.name(), field(field));
    }
    schema.put("additionalProperties", false);
    List<String> required =
        group.fields().stream().filter(Field::required).map(Field::name).toList();
    if (!required.isEmpty()) {
      required.forEach(schema.putArray("required")::add);
    }
  }

  private ObjectNode field(Field field) {
    ObjectNode schema = mapper.createObjectNode();
    describe(schema, field.doc());
    schema.setAll(of(field.shape()));
    field.byDefault().ifPresent(value -> schema.set("default", json(value.node())));
    if (!field.example().isEmpty()) {
      example(field).ifPresent(schema.putArray("examples")::add);
    }
    return schema;
  }

  private Optional<JsonNode> example(Field field) {
    return YamlDocument.parse(new Reporter("the example of " + field.name()), field.example())
        .map(this::json);
  }

  private void choice(Shape.Choice choice, ObjectNode schema) {
    List<String> alone =
        choice.variants().stream()
            .filter(variant -> choice.byName() && variant.group().needsNothing())
            .map(Shape.Variant::name)
            .toList();
    if (alone.isEmpty()) {
      oneKey(choice, schema);
    } else {
      ArrayNode either = schema.putArray("anyOf");
      alone.forEach(either.addObject().put(TYPE, "string").putArray("enum")::add);
      oneKey(choice, either.addObject());
    }
  }

  private void oneKey(Shape.Choice choice, ObjectNode schema) {
    schema.put(TYPE, "object").put("minProperties", 1).put("maxProperties", 1);
    ObjectNode properties = schema.putObject("properties");
    for (Shape.Variant variant : choice.variants()) {
      ObjectNode property = properties.putObject(variant.name());
      describe(property, variant.doc());
      property.setAll(of(variant.group()));
    }
    schema.put("additionalProperties", false);
  }

  private static void describe(ObjectNode schema, String doc) {
    if (!doc.isEmpty()) {
      schema.put("description", doc);
    }
  }

  private JsonNode json(Node node) {
    return NodeJson.of(node)
        .orElseThrow(() -> new IllegalArgumentException("no JSON: " + YamlValue.of(node)));
  }

  /** JSON Schema looks for a match anywhere in a text, a key's pattern is for the whole of it. */
  private static String whole(String pattern) {
    return "^(?:" + pattern + ")$";
  }
}
