package dev.slipway.engine.stack;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks both the reader and a JSON Schema validator about a text. */
final class SchemaAgreement {
  /** What JSON Schema can't say. */
  private static final Set<String> READER_ONLY =
      Set.of(StackProblem.INVALID.code(), StackProblem.DUPLICATE_KEY.code());

  private final StackReader reader = new StackReader(Systems.BLUEPRINTS, Systems.TARGETS);
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              new JsonMapper()
                  .readTree(new StackSchema(Systems.BLUEPRINTS, Systems.TARGETS).json()));

  /** What the two said of a text that is the same for both. */
  record Verdicts(List<Diagnostic> reader, List<com.networknt.schema.Error> schema) {
    boolean agree() {
      return reader.isEmpty() == schema.isEmpty();
    }
  }

  /** Empty if the text isn't YAML, can't be JSON, or breaks a rule that JSON Schema can't say. */
  Optional<Verdicts> verdicts(String text) {
    Optional<JsonNode> json = json(text);
    List<Diagnostic> problems = problems(text);
    if (json.isEmpty() || problems.stream().anyMatch(p -> READER_ONLY.contains(p.code()))) {
      return Optional.empty();
    }
    return Optional.of(new Verdicts(problems, schema.validate(json.get())));
  }

  private List<Diagnostic> problems(String text) {
    try {
      Stack _ = reader.read("a.yaml", text);
      return List.of();
    } catch (DiagnosticException e) {
      return e.diagnostics();
    }
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return YamlDocument.parse(new Reporter("a.yaml"), text).flatMap(NodeJson::of);
    } catch (DiagnosticException _) {
      return Optional.empty();
    }
  }
}
