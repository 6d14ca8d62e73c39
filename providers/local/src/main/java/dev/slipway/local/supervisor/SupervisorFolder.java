package dev.slipway.local.supervisor;

import dev.slipway.local.process.host.ProcessIdentity;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder by which a stack's supervisor is talked to: orders go in, reports come out.
 *
 * @param path absolute
 */
public record SupervisorFolder(Path path) {
  private static final String SUFFIX = ".json";

  /** The supervisor's folder within a stack's folder. */
  public static SupervisorFolder of(Path stackFolder) {
    return new SupervisorFolder(stackFolder.toAbsolutePath().normalize().resolve("supervisor"));
  }

  public Path orders() {
    return path.resolve("orders");
  }

  public Path reports() {
    return path.resolve("reports");
  }

  /** The file by whose lock a supervisor makes sure that it is the only one. */
  public Path lock() {
    return path.resolve("lock");
  }

  public LogFile log() {
    return new LogFile(path.resolve("supervisor.log"), 1024 * 1024, 1);
  }

  public Path order(String name) {
    return orders().resolve(fileName(name));
  }

  public Path report(String name) {
    return reports().resolve(fileName(name));
  }

  /** The supervisor that works on this folder, if it lives. */
  public Optional<ProcessIdentity> supervisor() throws IOException {
    return Document.read(record())
        .filter(document -> document.optionalNumber("pid").isPresent())
        .map(document -> new ProcessIdentity(document.number("pid"), document.text("started")))
        .filter(ProcessIdentity::alive);
  }

  void record(ProcessIdentity supervisor) throws IOException {
    new Document(Map.of("pid", supervisor.pid(), "started", supervisor.start())).write(record());
  }

  void create() throws IOException {
    Files.createDirectories(orders());
    Files.createDirectories(reports());
  }

  /** Removes all of it; not an error if it is gone already. */
  void delete() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> all;
    try (var walk = Files.walk(path)) {
      all = new ArrayList<>(walk.toList());
    }
    for (Path entry : all.reversed()) {
      Files.deleteIfExists(entry);
    }
  }

  /** The documents in {@link #orders()} or {@link #reports()}. */
  static List<Path> documents(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      entries.forEach(files::add);
    } catch (NoSuchFileException _) {
      return List.of();
    }
    files.sort(null);
    return files;
  }

  private Path record() {
    return path.resolve("supervisor.json");
  }

  private static String fileName(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8) + SUFFIX;
  }
}
