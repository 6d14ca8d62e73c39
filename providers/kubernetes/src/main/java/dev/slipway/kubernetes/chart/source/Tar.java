package dev.slipway.kubernetes.chart.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the regular files of a tar archive (POSIX.1-1988 ustar headers, with the long names of
 * POSIX.1-2001 and of GNU tar).
 */
public final class Tar {
  private static final int BLOCK = 512;

  private Tar() {}

  /** Contents by name, in the archive's order. */
  public static Map<String, byte[]> read(InputStream archive) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Optional<String> longName = Optional.empty();
    while (true) {
      byte[] header = archive.readNBytes(BLOCK);
      if (header.length < BLOCK || header[0] == 0) {
        return files;
      }
      int size = Math.toIntExact(Long.parseLong(octal(header, 124, 12), 8));
      byte[] contents = archive.readNBytes(size);
      if (contents.length < size) {
        throw new EOFException("the archive ends within a file");
      }
      archive.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      char type = (char) header[156];
      switch (type) {
        case 'x' -> longName = extended(contents).or(() -> Optional.empty());
        case 'L' -> longName = Optional.of(text(contents, 0, size));
        case '0', 0 -> {
          files.put(longName.orElseGet(() -> name(header)), contents);
          longName = Optional.empty();
        }
        default -> longName = Optional.empty();
      }
    }
  }

  private static String name(byte[] header) {
    String prefix = text(header, 345, 155);
    String name = text(header, 0, 100);
    boolean ustar = text(header, 257, 5).equals("ustar") && header[262] == 0;
    return ustar && !prefix.isEmpty() ? prefix + "/" + name : name;
  }

  /** The path of a record list {@code "<length> path=<path>\n"}. */
  private static Optional<String> extended(byte[] records) {
    for (String line : new String(records, StandardCharsets.UTF_8).lines().toList()) {
      int start = line.indexOf(" path=");
      if (start > 0) {
        return Optional.of(line.substring(start + " path=".length()));
      }
    }
    return Optional.empty();
  }

  private static String octal(byte[] header, int from, int length) {
    String digits = text(header, from, length).strip();
    return digits.isEmpty() ? "0" : digits;
  }

  private static String text(byte[] bytes, int from, int length) {
    byte[] part = Arrays.copyOfRange(bytes, from, from + length);
    int end = 0;
    while (end < part.length && part[end] != 0) {
      end++;
    }
    return new String(part, 0, end, StandardCharsets.UTF_8);
  }
}
