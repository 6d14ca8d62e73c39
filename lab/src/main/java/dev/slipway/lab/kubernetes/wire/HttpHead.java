package dev.slipway.lab.kubernetes.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first line and the fields of an HTTP/1.1 message (RFC 9112).
 *
 * @param first request line or status line
 * @param fields each as {@code Name: value}, in their order
 */
public record HttpHead(String first, List<String> fields) {
  private static final int LIMIT = 1 << 20;

  public HttpHead {
    fields = List.copyOf(fields);
  }

  /** Reads up to the empty line; empty if the peer closed before it began a message. */
  public static Optional<HttpHead> read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int count = 0; count < LIMIT; count++) {
      int next = in.read();
      if (next < 0) {
        if (count == 0) {
          return Optional.empty();
        }
        throw new EOFException("the peer closed within a message's head");
      }
      if (next != '\n') {
        line.append((char) next);
        continue;
      }
      String text = line.toString().stripTrailing();
      line.setLength(0);
      if (!text.isEmpty()) {
        lines.add(text);
      } else if (!lines.isEmpty()) {
        return Optional.of(new HttpHead(lines.getFirst(), lines.subList(1, lines.size())));
      }
    }
    throw new IOException("a message's head is longer than " + LIMIT + " bytes");
  }

  /** The part of a request line or status line, split at spaces. */
  public String word(int index) {
    String[] words = first.split(" ", 3);
    return index < words.length ? words[index] : "";
  }

  /** A field's value. */
  public Optional<String> field(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return fields.stream()
        .filter(field -> field.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(field -> field.substring(prefix.length()).strip())
        .findFirst();
  }

  /** Whether a field has a value, whatever the case of its letters. */
  public boolean says(String name, String value) {
    return field(name).filter(found -> found.equalsIgnoreCase(value)).isPresent();
  }

  /** This without a field, if it is there, and with another one. */
  public HttpHead with(String name, String value) {
    List<String> changed = new ArrayList<>(without(name).fields);
    changed.add(name + ": " + value);
    return new HttpHead(first, changed);
  }

  /** This without the fields of a name. */
  public HttpHead without(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return new HttpHead(
        first,
        fields.stream()
            .filter(field -> !field.toLowerCase(Locale.ROOT).startsWith(prefix))
            .toList());
  }

  /** As it goes over the wire. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder(first).append("\r\n");
    fields.forEach(field -> text.append(field).append("\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
