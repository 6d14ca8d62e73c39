package dev.slipway.lab.kubernetes.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Carries the body of an HTTP/1.1 message on, as it stands on the wire. */
public final class HttpBody {
  private HttpBody() {}

  /** The whole body of a request, with its chunk sizes if it is chunked. */
  public static byte[] ofRequest(HttpHead head, InputStream in) throws IOException {
    if (!isDelimited(head)) {
      return new byte[0];
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    copy(head, in, body);
    return body.toByteArray();
  }

  /** Whether the body's end can be told without the connection's end. */
  public static boolean isDelimited(HttpHead head) {
    return isChunked(head) || head.field("Content-Length").isPresent();
  }

  /** Copies a body to its end; what has come goes on at once. */
  public static void copy(HttpHead head, InputStream in, OutputStream out) throws IOException {
    if (isChunked(head)) {
      copyChunks(in, out);
    } else if (head.field("Content-Length").isPresent()) {
      copyBytes(Long.parseLong(head.field("Content-Length").orElseThrow()), in, out);
    } else {
      in.transferTo(out);
    }
    out.flush();
  }

  /** Copies the first half of a body, or of its first chunk, and no more. */
  public static void copyHalf(HttpHead head, InputStream in, OutputStream out) throws IOException {
    long size;
    if (isChunked(head)) {
      String line = line(in);
      out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      size = size(line);
    } else {
      size = head.field("Content-Length").map(Long::parseLong).orElse(0L);
    }
    copyBytes(size / 2, in, out);
    out.flush();
  }

  private static boolean isChunked(HttpHead head) {
    return head.says("Transfer-Encoding", "chunked");
  }

  private static void copyChunks(InputStream in, OutputStream out) throws IOException {
    while (true) {
      String line = line(in);
      out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      long size = size(line);
      if (size == 0) {
        String trailer = line(in);
        while (!trailer.isEmpty()) {
          out.write((trailer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
          trailer = line(in);
        }
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return;
      }
      copyBytes(size + 2, in, out);
      out.flush();
    }
  }

  private static long size(String line) {
    return Long.parseLong(line.split(";", 2)[0].strip(), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new EOFException("the peer closed within a body");
      }
      line.append((char) next);
      next = in.read();
    }
    return line.toString().stripTrailing();
  }

  private static void copyBytes(long count, InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    long left = count;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException("the peer closed within a body");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
