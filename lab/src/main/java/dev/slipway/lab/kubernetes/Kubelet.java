package dev.slipway.lab.kubernetes;

import dev.slipway.lab.kubernetes.wire.HttpHead;
import dev.slipway.lab.kubernetes.wire.LoopbackServer;
import dev.slipway.lab.kubernetes.wire.Tunnel;
import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the API server takes for the kubelet of every node. It answers for logs from the pods'
 * annotations, and hands all else, such as port forwarding, to kwok.
 */
final class Kubelet implements AutoCloseable {
  private final ClusterApi api;
  private final int kwok;
  private final LoopbackServer server;

  /**
   * Starts it.
   *
   * @param kwok the port of kwok's own server
   */
  Kubelet(ControlPlane plane, int kwok) {
    this.api = plane.api();
    this.kwok = kwok;
    Credential own = plane.pki().issue("kubelet", List.of());
    try {
      server = new LoopbackServer(own.tls().getServerSocketFactory(), this::serve);
    } catch (IOException e) {
      throw new LabException("the lab's kubelet can't be started", e);
    }
  }

  int port() {
    return server.port();
  }

  private void serve(Socket connection) throws IOException {
    HttpHead head = HttpHead.read(connection.getInputStream()).orElse(null);
    if (head == null) {
      return;
    }
    if (head.word(1).startsWith("/containerLogs/")) {
      answer(connection, logs(URI.create(head.word(1))));
      return;
    }
    Socket next = Tunnel.connect(kwok);
    next.getOutputStream().write(head.bytes());
    Tunnel.join(connection, next);
  }

  private ContainerLogs.Answer logs(URI asked) {
    String[] path = asked.getPath().split("/", -1);
    Map<String, String> options =
        Arrays.stream((asked.getQuery() == null ? "" : asked.getQuery()).split("&", -1))
            .map(option -> option.split("=", 2))
            .collect(
                Collectors.toMap(
                    option -> option[0], option -> option[option.length - 1], (a, _) -> a));
    JsonNode pod = api.get("/api/v1/namespaces/" + path[2] + "/pods/" + path[3]);
    return new ContainerLogs(pod, path[4]).answer(options);
  }

  private static void answer(Socket connection, ContainerLogs.Answer answer) throws IOException {
    byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
    HttpHead head =
        new HttpHead(
            "HTTP/1.1 " + (answer.found() ? "200 OK" : "400 Bad Request"),
            List.of(
                "Content-Type: text/plain; charset=utf-8",
                "Content-Length: " + body.length,
                "Connection: close"));
    OutputStream out = connection.getOutputStream();
    out.write(head.bytes());
    out.write(body);
    out.flush();
  }

  @Override
  public void close() {
    server.close();
  }
}
