package dev.slipway.kubernetes.chart.lock;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.kubernetes.chart.yaml.GoYaml;
import dev.slipway.kubernetes.chart.yaml.ManifestText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * {@code slipway.lock}: which versions of charts and images a stack file's ranges and tags stood
 * for when they were first looked up. It belongs beside the stack file, under version control.
 */
public final class LockFile {
  /** The file's name. */
  public static final String NAME = "slipway.lock";

  private static final String HEAD =
      "# Written by Slipway: the charts and images that this stack was planned with.\n"
          + "# Keep it with the stack file. Remove an entry to have it looked up again.\n";

  private final Path file;
  private SortedMap<String, Object> charts;
  private SortedMap<String, Object> images;

  private LockFile(Path file, Map<String, Object> tree) {
    this.file = file;
    this.charts = section(tree, "charts");
    this.images = section(tree, "images");
  }

  /**
   * A locked chart.
   *
   * @param wanted the version or range that the stack file asked for; empty if for none
   * @param version the exact version
   * @param digest SHA-256 of the archive, in hex
   */
  public record LockedChart(String wanted, String version, String digest) {}

  /**
   * @param file may not exist yet
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if the file can't be read
   */
  public static LockFile read(Path file) {
    try {
      return new LockFile(file, Files.exists(file) ? GoYaml.map(Files.readString(file)) : Map.of());
    } catch (IOException | YAMLException e) {
      throw problem(file, "read", e).asException(e);
    }
  }

  public Path file() {
    return file;
  }

  /**
   * @param name address and name of the chart
   */
  public synchronized Optional<LockedChart> chart(String name) {
    return charts.get(name) instanceof Map<?, ?> entry
        ? Optional.of(
            new LockedChart(text(entry, "wanted"), text(entry, "version"), text(entry, "digest")))
        : Optional.empty();
  }

  public synchronized void lock(String name, LockedChart chart) {
    charts.put(
        name,
        Map.of("wanted", chart.wanted(), "version", chart.version(), "digest", chart.digest()));
  }

  /** The digest of an image, by the name with which objects ask for it. */
  public synchronized Optional<String> image(String name) {
    return Optional.ofNullable(images.get(name)).map(Object::toString);
  }

  public synchronized void lockImage(String name, String digest) {
    images.put(name, digest);
  }

  /** Writes the file, whole or not at all, if it would change. */
  public synchronized void write() {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("charts", charts);
    tree.put("images", images);
    String text = HEAD + ManifestText.of(tree, _ -> false);
    try {
      if ((charts.isEmpty() && images.isEmpty())
          || (Files.exists(file) && Files.readString(file).equals(text))) {
        return;
      }
      Path part = file.resolveSibling(NAME + ".part");
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw problem(file, "written", e).asException(e);
    }
  }

  private static SortedMap<String, Object> section(Map<String, Object> tree, String name) {
    SortedMap<String, Object> section = new TreeMap<>();
    if (tree.get(name) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> section.put(key.toString(), value));
    }
    return section;
  }

  private static String text(Map<?, ?> entry, String key) {
    Object value = entry.get(key);
    return value == null ? "" : value.toString();
  }

  private static Diagnostic problem(Path file, String what, Exception cause) {
    return Diagnostic.environment(
        "LOCK-FILE",
        "The lock file can't be used",
        file + " can't be " + what + ": " + cause.getMessage() + ".",
        "Make sure that it is a file that Slipway wrote and may write, or remove it.");
  }
}
