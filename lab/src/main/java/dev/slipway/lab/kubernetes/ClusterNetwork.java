package dev.slipway.lab.kubernetes;

import dev.slipway.lab.kubernetes.wire.HttpHead;
import dev.slipway.lab.kubernetes.wire.LoopbackServer;
import dev.slipway.lab.kubernetes.wire.Tunnel;
import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The network between the API server and what it calls: an HTTP CONNECT proxy, the API server's
 * egress. What is on loopback is reached; a service's address leads to the local port that a test
 * named for the service, or else nowhere: the connection is refused, as if no pod listened.
 */
final class ClusterNetwork implements AutoCloseable {
  private final LoopbackServer server;
  private final Supplier<ClusterApi> api;
  private final Map<String, Integer> services = new ConcurrentHashMap<>();

  ClusterNetwork(Credential own, Supplier<ClusterApi> api) {
    this.api = api;
    try {
      server = new LoopbackServer(own.tls().getServerSocketFactory(), this::serve);
    } catch (IOException e) {
      throw new LabException("the cluster's network can't be started", e);
    }
  }

  /** The file with which the API server uses this. */
  String egress() {
    return """
    apiVersion: apiserver.k8s.io/v1beta1
    kind: EgressSelectorConfiguration
    egressSelections:
    - name: cluster
      connection:
        proxyProtocol: HTTPConnect
        transport:
          tcp:
            url: https://127.0.0.1:%d
            tlsConfig:
              caBundle: pki/ca.crt
              clientCert: pki/front-proxy.crt
              clientKey: pki/front-proxy.key
    """
        .formatted(server.port());
  }

  /** Puts a local port behind a service. */
  void serve(String namespace, String service, int port) {
    services.put(namespace + "/" + service, port);
  }

  /** Puts nothing behind a service again. */
  void unserve(String namespace, String service) {
    services.remove(namespace + "/" + service);
  }

  private void serve(Socket connection) throws IOException {
    HttpHead head = HttpHead.read(connection.getInputStream()).orElse(null);
    if (head == null) {
      return;
    }
    Optional<Integer> port = port(head.word(1));
    if (port.isEmpty()) {
      say(connection, "503 connection refused: nothing serves " + head.word(1));
      return;
    }
    try {
      Socket next = Tunnel.connect(port.get());
      say(connection, "200 connected");
      Tunnel.join(connection, next);
    } catch (IOException e) {
      say(connection, "503 " + e.getMessage());
    }
  }

  private Optional<Integer> port(String address) {
    int colon = address.lastIndexOf(':');
    String host = address.substring(0, colon);
    if (host.equals("127.0.0.1") || host.equals("localhost")) {
      return Optional.of(Integer.parseInt(address.substring(colon + 1)));
    }
    return api.get()
        .get("/api/v1/services")
        .path("items")
        .valueStream()
        .filter(service -> service.path("spec").path("clusterIP").asString().equals(host))
        .map(service -> service.path("metadata"))
        .map(ClusterNetwork::key)
        .findFirst()
        .flatMap(key -> Optional.ofNullable(services.get(key)));
  }

  private static String key(JsonNode metadata) {
    return metadata.path("namespace").asString() + "/" + metadata.path("name").asString();
  }

  private static void say(Socket connection, String status) throws IOException {
    byte[] bytes = new HttpHead("HTTP/1.1 " + status, List.of()).bytes();
    connection.getOutputStream().write(bytes);
    connection.getOutputStream().flush();
  }

  @Override
  public void close() {
    server.close();
  }
}
