package dev.slipway.lab.aws;

import dev.slipway.lab.kubernetes.wire.HttpHead;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer of the lab's own.
 *
 * @param status of HTTP
 * @param fields of the head, but for the body's length
 */
record AwsAnswer(int status, List<String> fields, String body) {
  AwsAnswer {
    fields = List.copyOf(fields);
  }

  static AwsAnswer json(int status, String body) {
    return new AwsAnswer(status, List.of("Content-Type: application/json"), body);
  }

  void write(OutputStream out, boolean withoutBody) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>(fields);
    all.add("Content-Length: " + bytes.length);
    out.write(new HttpHead("HTTP/1.1 " + status + " Lab", all).bytes());
    if (!withoutBody) {
      out.write(bytes);
    }
    out.flush();
  }
}
