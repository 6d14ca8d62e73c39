package dev.slipway.kubernetes.chart.render;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.kubernetes.chart.yaml.GoYaml;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the text that Helm renders a chart to. */
final class RenderedText {
  /** The template that Slipway adds to a chart to learn its notes. */
  static final String NOTES = "slipway-notes";

  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---[ \\t]*(#.*)?$");
  private static final Pattern SOURCE = Pattern.compile("(?m)^# Source: (\\S+)$");

  private final String release;
  private final Problems problems = new Problems();
  private final List<Document> crds = new ArrayList<>();
  private final List<Document> objects = new ArrayList<>();
  private final List<Document> hooks = new ArrayList<>();
  private String notes = "";

  private RenderedText(String release) {
    this.release = release;
  }

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException with every document that is no object
   */
  static Rendering read(String release, String text) {
    RenderedText rendered = new RenderedText(release);
    String source = "";
    for (String chunk : SEPARATOR.split(text, -1)) {
      Matcher matcher = SOURCE.matcher(chunk);
      if (matcher.find()) {
        source = matcher.group(1);
      }
      rendered.chunk(source, chunk);
    }
    rendered.problems.throwIfAny();
    return new Rendering(rendered.crds, rendered.objects, rendered.hooks, rendered.notes);
  }

  private void chunk(String source, String chunk) {
    try {
      if (GoYaml.parse(chunk) instanceof Map<?, ?> map && !map.isEmpty()) {
        flatten(source, map);
      }
    } catch (YAMLException e) {
      String where =
          e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
              ? marked.getProblem() + "\n" + marked.getProblemMark().get_snippet(4, 100)
              : e.getMessage();
      problems.add(
          Diagnostic.user(
              "CHART-NOT-YAML",
              "A chart renders to something that is no YAML",
              "The template " + source + " of the release " + release + " renders to: " + where,
              "Look at what it renders to, and mend the template or the values that it uses:\n"
                  + "  helm template --debug"));
    }
  }

  @SuppressWarnings("unchecked") // every map that was read has text keys
  private void flatten(String source, Map<?, ?> map) {
    ApiObject object = new ApiObject((Map<String, Object>) map);
    if (object.kind().endsWith("List") && object.at("items").isPresent()) {
      object.objects("items").forEach(item -> flatten(source, item.tree()));
      return;
    }
    if (source.endsWith("/" + NOTES + ".yaml")) {
      notes = object.text("data", "notes").orElse("");
      return;
    }
    Document document = new Document(object, source);
    if (object.kind().isEmpty() || object.apiVersion().isEmpty()) {
      problems.add(incomplete(document, object.kind().isEmpty() ? "kind" : "apiVersion"));
    } else if (object.name().isEmpty()) {
      problems.add(incomplete(document, "metadata.name"));
    } else if (document.crd()) {
      crds.add(document);
    } else {
      (document.hook() ? hooks : objects).add(document);
    }
  }

  private Diagnostic incomplete(Document document, String missing) {
    ApiObject object = document.object();
    String what =
        (object.kind().isEmpty() ? "an object" : "a " + object.kind())
            + (object.name().isEmpty() ? "" : " '" + object.name() + "'");
    return Diagnostic.user(
        "CHART-OBJECT-INCOMPLETE",
        "A chart renders to something that is no object",
        "The template "
            + document.source()
            + " of the release "
            + release
            + " renders to "
            + what
            + " without "
            + missing
            + ".",
        "Mend the template, or the values that it uses.");
  }
}
