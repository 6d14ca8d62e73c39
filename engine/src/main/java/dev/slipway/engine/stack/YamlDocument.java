package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.DiagnosticException;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/** Reads text as one YAML 1.2 document, small and shallow enough to be walked without care. */
final class YamlDocument {
  private static final int DEEPEST = 50;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new PlainCoreSchema())
          .setAllowNonScalarKeys(true)
          .setMaxAliasesForCollections(Integer.MAX_VALUE) // AliasLimit looks at what they add up to
          .build();

  private YamlDocument() {}

  /**
   * The document's root; empty if there is nothing but comments.
   *
   * @throws DiagnosticException if it isn't YAML, holds several documents, or is nested or aliased
   *     beyond measure
   */
  static Optional<Node> parse(Reporter reporter, String text) {
    try {
      checkStructure(reporter, text);
      reporter.throwIfAny();
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      root.ifPresent(node -> new AliasLimit(reporter).check(node));
      reporter.throwIfAny();
      return root;
    } catch (YamlEngineException e) {
      throw new YamlFault(reporter, text).diagnostic(e).asException(e);
    }
  }

  /** Looks at the events alone, without recursion, before a tree is made of them. */
  private static void checkStructure(Reporter reporter, String text) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case DocumentStart -> documents++;
        default -> {}
      }
      if (depth > DEEPEST) {
        reporter.report(
            StackProblem.TOO_DEEP,
            event.getStartMark().map(reporter::place).orElseGet(reporter::start),
            "Here maps and lists are nested more than " + DEEPEST + " deep.",
            "Look for brackets or dashes that were repeated by mistake.");
        return;
      }
      if (documents > 1 && event instanceof DocumentStartEvent) {
        reporter.report(
            StackProblem.MANY_DOCUMENTS,
            event.getStartMark().map(reporter::place).orElseGet(reporter::start),
            "A second YAML document starts here, but one stack file describes one stack.",
            "Put each stack into a file of its own, or remove the line '---'.");
        return;
      }
    }
  }

  /** The core schema without merge keys, which YAML 1.2 doesn't have. */
  private static final class PlainCoreSchema implements Schema {
    private final ScalarResolver resolver = new CoreScalarResolver(false);

    @Override
    public ScalarResolver getScalarResolver() {
      return resolver;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
      return Map.of();
    }
  }
}
