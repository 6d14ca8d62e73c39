package dev.slipway.engine.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32C;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as one line of JSON that tells whether it is whole: its first member is the CRC-32C of
 * the bytes after it.
 *
 * <pre>{"crc":"1c291ca3","entry":"deleted","id":"local.process/milvus"}</pre>
 */
final class JournalLine {
  private static final ObjectMapper JSON = JsonMapper.shared();
  private static final String HEAD = "{\"crc\":\"";
  private static final int BODY = HEAD.length() + 8 + 2;

  private JournalLine() {}

  /** The line's bytes, with the newline at its end. */
  static byte[] encode(Entry entry) {
    byte[] json = JSON.writeValueAsBytes(EntryCodec.encode(entry));
    // The body is the JSON object without its opening brace.
    ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + BODY + 1);
    String head = HEAD + checksum(json, 1, json.length - 1) + "\",";
    line.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    line.write(json, 1, json.length - 1);
    line.write('\n');
    return line.toByteArray();
  }

  /**
   * @param line without the newline
   * @throws IllegalArgumentException if the line is damaged, with the reason
   */
  static Entry decode(byte[] line) {
    if (line.length <= BODY) {
      throw new IllegalArgumentException("the line is too short");
    }
    String head = new String(line, 0, BODY, StandardCharsets.US_ASCII);
    String expected = HEAD + checksum(line, BODY, line.length - BODY) + "\",";
    if (!head.equals(expected)) {
      throw new IllegalArgumentException("its checksum doesn't fit");
    }
    try {
      return EntryCodec.decode(JSON.readValue(line, Map.class));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it isn't JSON", e);
    }
  }

  private static String checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
