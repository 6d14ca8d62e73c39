package dev.slipway.lab.kubernetes.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chart as {@code helm package} makes it.
 *
 * @param about the scalars of its {@code Chart.yaml}
 * @param archive the {@code .tgz}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PackedChart(Map<String, String> about, byte[] archive) {
  private static final Pattern SCALAR =
      Pattern.compile("(?m)^([a-zA-Z]+): *\"?([^\"\\r\\n]+?)\"?\\s*$");

  public PackedChart {
    about = Map.copyOf(about);
  }

  /** The folder of the lab's own charts, seen from anywhere in the project. */
  public static Path charts() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path charts = folder.resolve("lab/charts");
      if (Files.isDirectory(charts)) {
        return charts;
      }
    }
    throw new IllegalStateException("there is no folder lab/charts above the current one");
  }

  /** The chart in a folder. */
  public static PackedChart of(Path folder) {
    return new PackedChart(about(files(folder).get("Chart.yaml")), archive(files(folder)));
  }

  /** The chart in a folder, as if it were of another version. */
  public static PackedChart of(Path folder, String version) {
    SortedMap<String, byte[]> files = files(folder);
    String chart = new String(files.get("Chart.yaml"), StandardCharsets.UTF_8);
    files.put(
        "Chart.yaml",
        chart
            .replaceFirst("(?m)^version:.*$", Matcher.quoteReplacement("version: " + version))
            .getBytes(StandardCharsets.UTF_8));
    return new PackedChart(about(files.get("Chart.yaml")), archive(files));
  }

  public String name() {
    return Objects.requireNonNull(about.get("name"), "name");
  }

  public String version() {
    return Objects.requireNonNull(about.get("version"), "version");
  }

  /** For example {@code hooks-1.2.0.tgz}. */
  public String fileName() {
    return name() + "-" + version() + ".tgz";
  }

  /** SHA-256 of the archive, as {@code index.yaml} and registries have it, without a prefix. */
  public String digest() {
    return digest(archive);
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static SortedMap<String, byte[]> files(Path folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the chart " + folder + " can't be read", e);
    }
    return files;
  }

  private static Map<String, String> about(byte[] chart) {
    Map<String, String> about = new LinkedHashMap<>();
    Matcher scalars = SCALAR.matcher(new String(chart, StandardCharsets.UTF_8));
    while (scalars.find()) {
      about.put(scalars.group(1), scalars.group(2));
    }
    return about;
  }

  private static byte[] archive(SortedMap<String, byte[]> files) {
    String name = about(files.get("Chart.yaml")).get("name");
    return Tar.gzip(
        files.entrySet().stream()
            .collect(
                Collectors.toMap(
                    file -> name + "/" + file.getKey(),
                    Map.Entry::getValue,
                    (first, _) -> first,
                    TreeMap::new)));
  }
}
