package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Catalogue;
import dev.slipway.cli.render.DiagnosticText;
import dev.slipway.cli.render.Terminal;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.stack.Stack;
import dev.slipway.engine.stack.StackReader;
import dev.slipway.engine.stack.StackSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of the stack file is what the reader and the schema say. */
class StackFileDocTest {
  private static final String DOCUMENT = "docs/stack-file.md";
  private static final Catalogue CATALOGUE = Catalogue.all();
  private static final Terminal PLAIN = new Terminal(false, false, false, true, 80, 24);

  @Test
  void everyKeyOfTheSchemaIsListedWithItsMeaning() {
    Map<String, List<String>> expected = new TreeMap<>();
    String schema = new StackSchema(CATALOGUE.blueprints(), CATALOGUE.targets()).json();
    collect("", new JsonMapper().readTree(schema), expected);
    Map<String, List<String>> rows = new TreeMap<>();
    Table.rows(DOCUMENT).forEach(row -> rows.put(row.getFirst(), row));
    assertThat(rows).isEqualTo(expected);
  }

  @Test
  void goodExampleReads() {
    Stack stack =
        new StackReader(CATALOGUE.blueprints(), CATALOGUE.targets())
            .read("harbour.yaml", block("yaml", 0));
    assertThat(stack.name()).isEqualTo("harbour");
  }

  @Test
  void badExampleGivesThePrintedProblems(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.yaml"), block("yaml", 1));
    StackReader reader = new StackReader(CATALOGUE.blueprints(), CATALOGUE.targets());
    String printed = "";
    try {
      Stack _ = reader.read(file);
    } catch (DiagnosticException e) {
      printed = new DiagnosticText(PLAIN).problems(e.diagnostics());
    }
    assertThat(printed.replace(file.toString(), "broken.yaml")).isEqualTo(block("text", 0));
  }

  /** Rows of key, whether it is required, default, and meaning. */
  private static void collect(String above, JsonNode group, Map<String, List<String>> rows) {
    List<String> required = new ArrayList<>();
    group.path("required").forEach(name -> required.add(name.asString()));
    group
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String key = above + property.getKey();
              JsonNode shape = property.getValue();
              rows.put(
                  key,
                  List.of(
                      key,
                      required.contains(property.getKey()) ? "yes" : "no",
                      shape.has("default") ? text(shape.get("default")) : "none",
                      shape.path("description").asString().replace("`", "")));
              collect(key + ".", shape, rows);
            });
  }

  private static String text(JsonNode value) {
    return value.isContainer() ? value.toString() : value.asString();
  }

  /** The text of a fenced block, by its language and its place among those. */
  private static String block(String language, int place) {
    Matcher blocks =
        Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(Repository.text(DOCUMENT));
    for (int i = 0; i <= place; i++) {
      assertThat(blocks.find()).as("block %d of %s in %s", i, language, DOCUMENT).isTrue();
    }
    return blocks.group(1);
  }
}
