package dev.slipway.kubernetes.chart;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Diagnostic.Location;
import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.kubernetes.chart.yaml.GoYaml;
import dev.slipway.kubernetes.object.ApiObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the objects in a YAML or JSON file, or in every such file of a folder. */
final class ManifestFiles {
  private final Problems problems = new Problems();
  private final List<Item> items = new ArrayList<>();

  private ManifestFiles() {}

  /**
   * @param at where its document begins
   */
  record Item(ApiObject object, Location at) {}

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException with every document that is no object
   */
  static List<Item> read(ManifestsSpec spec) {
    Path path = Path.of(spec.path());
    ManifestFiles files = new ManifestFiles();
    try {
      if (Files.isDirectory(path)) {
        try (Stream<Path> below = Files.walk(path)) {
          for (Path file : below.filter(ManifestFiles::manifest).sorted().toList()) {
            files.file(file);
          }
        }
      } else {
        files.file(path);
      }
    } catch (IOException | UncheckedIOException e) {
      throw notRead(path, e).asException(e);
    }
    files.problems.throwIfAny();
    return List.copyOf(files.items);
  }

  private static boolean manifest(Path file) {
    return Files.isRegularFile(file) && file.toString().matches(".*\\.(ya?ml|json)");
  }

  private void file(Path file) throws IOException {
    StringBuilder document = new StringBuilder();
    int start = 1;
    int line = 0;
    for (String text : Files.readString(file).split("\n", -1)) {
      line++;
      if (text.matches("---\\s*(#.*)?\r?")) {
        document(file, start, document.toString());
        document.setLength(0);
        start = line + 1;
      } else {
        document.append(text).append('\n');
      }
    }
    document(file, start, document.toString());
  }

  private void document(Path file, int start, String text) {
    Location at = new Location(file.toString(), start + blankLines(text), 1);
    try {
      switch (GoYaml.parse(text)) {
        case null -> {}
        case Map<?, ?> map when map.isEmpty() -> {}
        case Map<?, ?> map -> add(map, at);
        default ->
            problems.add(
                ManifestExpander.problem(
                    at,
                    "The document is no map, so it is no object of Kubernetes.",
                    "Begin it with apiVersion, kind and metadata."));
      }
    } catch (YAMLException e) {
      Mark mark = e instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
      String what = e instanceof MarkedYAMLException marked ? marked.getProblem() : e.getMessage();
      problems.add(
          ManifestExpander.problem(
              mark == null
                  ? at
                  : new Location(file.toString(), start + mark.getLine(), mark.getColumn() + 1),
              "The YAML parser says: " + what + ".",
              "Mend the place, or what comes just before it."));
    }
  }

  @SuppressWarnings("unchecked") // every map that was read has text keys
  private void add(Map<?, ?> map, Location at) {
    ApiObject object = new ApiObject((Map<String, Object>) map);
    if (object.kind().endsWith("List") && object.at("items").isPresent()) {
      object.objects("items").forEach(item -> add(item.tree(), at));
      return;
    }
    String missing =
        object.kind().isEmpty()
            ? "kind"
            : object.apiVersion().isEmpty()
                ? "apiVersion"
                : object.name().isEmpty() ? "metadata.name" : "";
    if (missing.isEmpty()) {
      items.add(new Item(object, at));
    } else {
      problems.add(
          ManifestExpander.problem(
              at,
              "The object"
                  + (object.name().isEmpty() ? "" : " '" + object.name() + "'")
                  + " has no "
                  + missing
                  + ".",
              "Add the key " + missing + " to the object that begins here."));
    }
  }

  private static int blankLines(String text) {
    int blank = 0;
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        return blank;
      }
      blank++;
    }
    return 0;
  }

  private static Diagnostic notRead(Path path, Exception cause) {
    return Diagnostic.user(
        "MANIFEST-NOT-READ",
        "A manifest file can't be read",
        "The file or folder " + path + " can't be read: " + cause.getMessage() + ".",
        "Make sure that it exists and can be read. Paths are relative to the stack file.");
  }
}
