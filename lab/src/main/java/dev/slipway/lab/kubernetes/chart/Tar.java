package dev.slipway.lab.kubernetes.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;

/**
 * Archives in the format {@code ustar} (POSIX.1-1988), compressed by gzip, always the same bytes
 * for the same files.
 */
final class Tar {
  private static final int BLOCK = 512;

  private Tar() {}

  /**
   * @param files contents by path, at most 100 bytes long
   */
  static byte[] gzip(SortedMap<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.write(header(file.getKey(), file.getValue().length));
        zip.write(file.getValue());
        zip.write(new byte[(BLOCK - file.getValue().length % BLOCK) % BLOCK]);
      }
      zip.write(new byte[2 * BLOCK]);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] header(String path, int size) {
    byte[] header = new byte[BLOCK];
    put(header, 0, 100, path);
    put(header, 100, 8, "0000644");
    put(header, 108, 8, "0000000");
    put(header, 116, 8, "0000000");
    put(header, 124, 12, octal(size, 11));
    put(header, 136, 12, octal(0, 11));
    put(header, 148, 8, "        ");
    put(header, 156, 1, "0");
    put(header, 257, 8, "ustar\00000");
    int sum = 0;
    for (byte value : header) {
      sum += value & 0xff;
    }
    put(header, 148, 8, octal(sum, 6) + "\0 ");
    return header;
  }

  private static String octal(long value, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "o", value);
  }

  private static void put(byte[] header, int at, int length, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > length) {
      throw new IllegalArgumentException("'" + text + "' is longer than " + length + " bytes");
    }
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
