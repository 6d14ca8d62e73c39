package dev.slipway.cli.rig;

import dev.slipway.lab.kubernetes.Credential;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.kubernetes.wire.LoopbackServer;
import dev.slipway.lab.kubernetes.wire.Tunnel;
import dev.slipway.local.gateway.Credentials;
import dev.slipway.local.gateway.Gateway;
import dev.slipway.local.gateway.GatewayConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import tools.jackson.databind.JsonNode;

/**
 * What answers where the pods of Milvus are forwarded to: a real Milvus on this machine, with the
 * password and, if there is one, the certificate that a pod would find in the Secrets of its
 * namespace.
 */
public final class MilvusPod implements AutoCloseable {
  private static final int MILVUS_PORT = 19530;

  private final LabCluster cluster;
  private final String namespace;
  private final Path folder;
  private final MilvusServer milvus;
  private final LoopbackServer server;
  private final Credential lab;
  private Gateway gateway;

  private MilvusPod(LabCluster cluster, String namespace, Path folder) throws Exception {
    this.cluster = cluster;
    this.namespace = namespace;
    this.folder = folder;
    this.lab = cluster.serverCredential("localhost");
    this.milvus = MilvusServer.start(folder);
    this.server = new LoopbackServer(ServerSocketFactory.getDefault(), this::serve);
    cluster.forward(namespace, MILVUS_PORT, server.port());
  }

  /** Puts one behind every pod of a namespace, which needn't be there yet. */
  public static MilvusPod behind(LabCluster cluster, String namespace, Path folder)
      throws Exception {
    return new MilvusPod(cluster, namespace, folder);
  }

  private void serve(Socket connection) throws IOException {
    Socket onward = Tunnel.connect(gateway().port());
    Tunnel.join(connection, secret("milvus-tls").isPresent() ? onward : wrapped(onward));
  }

  /** A pod without a certificate speaks plaintext, but what asks for the password speaks TLS. */
  private Socket wrapped(Socket plain) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            lab.tls().getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /**
   * What asks for the password: begun with the first client, since the Secrets come with the stack.
   */
  private synchronized Gateway gateway() throws IOException {
    if (gateway == null) {
      Optional<JsonNode> tls = secret("milvus-tls");
      String certificate = tls.map(s -> text(s, "tls.crt")).orElseGet(lab::certificatePem);
      String key = tls.map(s -> text(s, "tls.key")).orElseGet(lab::keyPem);
      String password = text(secret("milvus-root").orElseThrow(), "password");
      InetAddress here = InetAddress.getLoopbackAddress();
      gateway =
          Gateway.start(
              new GatewayConfig(
                  new InetSocketAddress(here, 0),
                  new InetSocketAddress(here, milvus.port()),
                  Files.writeString(folder.resolve("certificate.pem"), certificate),
                  () -> key,
                  new Credentials("root", password)));
    }
    return gateway;
  }

  private Optional<JsonNode> secret(String name) {
    return cluster.api().find("/api/v1/namespaces/" + namespace + "/secrets/" + name);
  }

  private static String text(JsonNode secret, String key) {
    return new String(
        Base64.getDecoder().decode(secret.get("data").get(key).asString()), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
    synchronized (this) {
      if (gateway != null) {
        gateway.close();
      }
    }
    milvus.close();
  }
}
