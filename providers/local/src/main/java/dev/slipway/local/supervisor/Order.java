package dev.slipway.local.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the supervisor is to keep running; a file in its folder. When the file goes, the process is
 * stopped.
 *
 * @param resource id of the resource that the process is
 * @param generation grows with every change; the report echoes it
 * @param readiness how its handler sees that it serves, in the handler's own words
 * @param grace from SIGTERM to SIGKILL
 */
public record Order(
    String resource,
    long generation,
    Launch launch,
    SortedMap<String, String> readiness,
    Duration grace,
    LogFile log) {
  public Order {
    readiness = Collections.unmodifiableSortedMap(new TreeMap<>(readiness));
  }

  public Order withGeneration(long generation) {
    return new Order(resource, generation, launch, readiness, grace, log);
  }

  /** An order that isn't any more, as far as it takes to stop what was reported of it. */
  static Order forgotten(ProcessReport report) {
    return new Order(
        report.resource(),
        report.generation(),
        new Launch(Optional.empty(), "", List.of(), new TreeMap<>()),
        new TreeMap<>(),
        Duration.ofSeconds(10),
        LogFile.of(report.logFile()));
  }

  /**
   * Empty if there is no such order.
   *
   * @throws IOException if the file can't be read
   */
  public static Optional<Order> read(Path file) throws IOException {
    try {
      return Document.read(file).map(Order::of);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /**
   * @throws IOException if the file can't be written, or its folder doesn't exist
   */
  public void write(Path file) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("resource", resource);
    fields.put("generation", generation);
    launch
        .java()
        .ifPresent(
            java ->
                fields.put(
                    "java",
                    Map.of(
                        "executable", java.executable(),
                        "options", java.options(),
                        "class-path", java.classPath())));
    fields.put("program", launch.program());
    fields.put("arguments", launch.arguments());
    fields.put("environment", launch.environment());
    fields.put("readiness", readiness);
    fields.put("grace-millis", grace.toMillis());
    fields.put("log-file", log.file().toString());
    fields.put("log-bytes", log.bytes());
    fields.put("log-kept", log.kept());
    new Document(fields).write(file);
  }

  private static Order of(Document document) {
    Optional<JavaRuntime> java =
        document
            .object("java")
            .map(
                runtime ->
                    new JavaRuntime(
                        runtime.text("executable"),
                        runtime.texts("options"),
                        runtime.text("class-path")));
    Launch launch =
        new Launch(
            java,
            document.text("program"),
            List.copyOf(document.texts("arguments")),
            texts(document, "environment"));
    return new Order(
        document.text("resource"),
        document.number("generation"),
        launch,
        texts(document, "readiness"),
        Duration.ofMillis(document.number("grace-millis")),
        new LogFile(
            Path.of(document.text("log-file")),
            document.number("log-bytes"),
            (int) document.number("log-kept")));
  }

  private static SortedMap<String, String> texts(Document document, String name) {
    SortedMap<String, String> texts = new TreeMap<>();
    document
        .object(name)
        .ifPresent(object -> object.fields().forEach((key, v) -> texts.put(key, v.toString())));
    return texts;
  }
}
