package dev.slipway.kubernetes.chart.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads and writes charts on disk. */
public final class ChartFolder {
  private ChartFolder() {}

  /** A chart that lies unpacked in a folder, without what version control keeps there. */
  public static ChartFiles read(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (!name.startsWith(".git/")) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new ChartFiles(folder.toString(), digest(files), opened(files));
  }

  /** A packed chart; its files lie in one folder with the chart's name. */
  public static ChartFiles unpack(String origin, byte[] archive) throws IOException {
    return new ChartFiles(origin, sha256(archive), opened(members(archive)));
  }

  private static SortedMap<String, byte[]> members(byte[] archive) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      for (Map.Entry<String, byte[]> file : Tar.read(unzipped).entrySet()) {
        String path = file.getKey().replaceFirst("^\\./", "");
        int slash = path.indexOf('/');
        String name = path.substring(slash + 1);
        if (slash > 0 && !Path.of(name).normalize().startsWith("..")) {
          files.put(name, file.getValue());
        }
      }
    }
    return files;
  }

  /** The files with packed subcharts as folders, so that what is in them can be seen. */
  private static SortedMap<String, byte[]> opened(SortedMap<String, byte[]> files)
      throws IOException {
    SortedMap<String, byte[]> opened = new TreeMap<>(files);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().matches("charts/[^/]+\\.tgz")) {
        opened.remove(file.getKey());
        String folder = file.getKey().replaceFirst("\\.tgz$", "/");
        opened(members(file.getValue()))
            .forEach((path, contents) -> opened.put(folder + path, contents));
      }
    }
    return opened;
  }

  /** Writes a chart's files into a folder. */
  public static void write(ChartFiles chart, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : chart.files().entrySet()) {
      Path path = folder.resolve(file.getKey()).normalize();
      if (!path.startsWith(folder)) {
        throw new IOException("the chart holds a file outside of its folder: " + file.getKey());
      }
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  static String digest(SortedMap<String, byte[]> files) {
    MessageDigest digest = newDigest();
    files.forEach(
        (path, contents) -> {
          digest.update((path + "\0" + contents.length + "\0").getBytes(UTF_8));
          digest.update(contents);
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 in hex. */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(newDigest().digest(bytes));
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
