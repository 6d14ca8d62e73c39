package dev.slipway.lab.aws;

import dev.slipway.lab.kubernetes.wire.HttpBody;
import dev.slipway.lab.kubernetes.wire.HttpHead;
import dev.slipway.lab.kubernetes.wire.Tunnel;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One client's connection to moto, made when it is first needed. */
final class MotoConnection implements AutoCloseable {
  private final int port;
  private Socket socket;
  private InputStream in;

  MotoConnection(int port) {
    this.port = port;
  }

  /**
   * Carries one request to moto and its answer back.
   *
   * @param done is called when moto has answered
   * @param unanswered whether the answer is thrown away
   * @return whether another request can follow on the client's connection
   */
  boolean carry(
      AwsRequest request,
      HttpHead head,
      byte[] body,
      OutputStream client,
      Consumer<AwsRequest> done,
      boolean unanswered)
      throws IOException {
    if (socket == null) {
      socket = Tunnel.connect(port);
      in = new BufferedInputStream(socket.getInputStream());
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(head.bytes());
    whole.write(body);
    socket.getOutputStream().write(whole.toByteArray());
    HttpHead answer =
        HttpHead.read(in).orElseThrow(() -> new IOException("moto closed the connection"));
    if (unanswered) {
      done.accept(request);
      return false;
    }
    String status = answer.word(1);
    if (head.word(0).equals("HEAD") || status.equals("204") || status.equals("304")) {
      done.accept(request);
      client.write(answer.bytes());
      client.flush();
      return !answer.says("Connection", "close");
    }
    ByteArrayOutputStream answered = new ByteArrayOutputStream();
    HttpBody.copy(answer, in, answered);
    done.accept(request);
    write(request, answer, answered.toByteArray(), client);
    return HttpBody.isDelimited(answer) && !answer.says("Connection", "close");
  }

  private static void write(AwsRequest request, HttpHead answer, byte[] body, OutputStream client)
      throws IOException {
    HttpHead head = answer;
    byte[] mended = body;
    if (request.is("sts", "GetCallerIdentity") && answer.field("Content-Length").isPresent()) {
      mended = callerArn(body);
      head = answer.with("Content-Length", Integer.toString(mended.length));
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(head.bytes());
    whole.write(mended);
    client.write(whole.toByteArray());
    client.flush();
  }

  /** A user is one of IAM's; moto says that it is one of STS's. */
  private static byte[] callerArn(byte[] body) {
    return new String(body, StandardCharsets.UTF_8)
        .replaceAll("arn:aws:sts::([0-9]+):user/", "arn:aws:iam::$1:user/")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    if (socket != null) {
      Tunnel.close(socket);
    }
  }
}
