package dev.slipway.kubernetes.status;

import dev.slipway.kubernetes.object.ApiObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * An object as a real API server showed it, and the evidence around it, from a file {@code
 * status/<kind>/<case>.yaml} among the test resources.
 */
public record StatusFixture(String name, ApiObject object, Evidence evidence) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "status");

  /** Every fixture that there is, by name. */
  public static List<StatusFixture> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(StatusFixture::read)
          .toList();
    }
  }

  /**
   * @param name for example {@code deployment/crash-loop}
   */
  public static StatusFixture named(String name) {
    return read(FOLDER.resolve(name + ".yaml"));
  }

  private static StatusFixture read(Path file) {
    try {
      Map<?, ?> tree = new Yaml(new Plain()).load(Files.readString(file));
      Map<String, String> logs = new TreeMap<>();
      if (tree.get("logs") instanceof Map<?, ?> texts) {
        texts.forEach((key, text) -> logs.put(key.toString(), text.toString()));
      }
      String name = FOLDER.relativize(file).toString().replace('\\', '/');
      return new StatusFixture(
          name.substring(0, name.length() - ".yaml".length()),
          object(tree.get("object")),
          new Evidence(objects(tree.get("related")), objects(tree.get("events")), logs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ApiObject> objects(Object list) {
    return list instanceof List<?> items
        ? items.stream().map(StatusFixture::object).toList()
        : List.of();
  }

  private static ApiObject object(Object tree) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) tree).forEach((key, value) -> map.put(key.toString(), value));
    return new ApiObject(map);
  }

  /** Times stay texts, as in JSON. */
  private static final class Plain extends SafeConstructor {
    Plain() {
      super(new LoaderOptions());
      yamlConstructors.put(Tag.TIMESTAMP, yamlConstructors.get(Tag.STR));
    }
  }
}
