package dev.slipway.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.slipway.local.process.host.Until;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessProbeTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir Path folder;
  private HttpServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void tcpIsReadyWhenThePortAccepts() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      assertThat(new ReadinessProbe.Tcp(port).ask()).isEqualTo(new Probe.Ready());
    }
    assertThat(new ReadinessProbe.Tcp(port).ask())
        .isEqualTo(new Probe.NotReady("port " + port + " does not answer yet"));
  }

  @Test
  void httpIsReadyWhenThePathAnswersWell() throws Exception {
    serve(HttpServer.create(ANY, 0));

    assertThat(http("/healthz", Optional.empty())).isEqualTo(new Probe.Ready());
    assertThat(((Probe.NotReady) http("/sick", Optional.empty())).reason())
        .endsWith("/sick answers with status 503");
  }

  @Test
  void httpsIsReadyOnlyUnderTheGivenAuthority() throws Exception {
    Path authority = serveTls("server");
    Until.holds(
        "it is ready", () -> http("/healthz", Optional.of(authority)).equals(new Probe.Ready()));

    Path other = certificate("other");
    assertThat(((Probe.NotReady) http("/healthz", Optional.of(other))).reason())
        .contains("fails in TLS");
    assertThat(((Probe.NotReady) http("/healthz", Optional.of(folder.resolve("none")))).reason())
        .contains("CA file " + folder.resolve("none"));
  }

  @Test
  void comesBackFromTheWordsOfAnOrder() {
    for (ReadinessProbe probe :
        List.of(
            new ReadinessProbe.Tcp(1),
            new ReadinessProbe.Http(2, "/a", Optional.empty()),
            new ReadinessProbe.Http(3, "/b", Optional.of(Path.of("/ca.pem"))))) {
      assertThat(ReadinessProbe.of(probe.words())).isEqualTo(probe);
    }
  }

  private Probe http(String path, Optional<Path> authority) {
    return new ReadinessProbe.Http(server.getAddress().getPort(), path, authority).ask();
  }

  private void serve(HttpServer created) {
    server = created;
    answer("/healthz", 200);
    answer("/sick", 503);
    server.start();
  }

  private void answer(String path, int status) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  private Path serveTls(String name) throws Exception {
    Path pem = certificate(name);
    KeyStore store = KeyStore.getInstance(folder.resolve(name + ".p12").toFile(), PASSWORD);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    HttpsServer https = HttpsServer.create(ANY, 0);
    https.setHttpsConfigurator(new HttpsConfigurator(context));
    serve(https);
    return pem;
  }

  /** Makes a key with a certificate of its own for localhost; gives the certificate's file. */
  private Path certificate(String name) throws IOException, InterruptedException {
    String store = folder.resolve(name + ".p12").toString();
    Path pem = folder.resolve(name + ".pem");
    keytool(
        "-genkeypair",
        "-alias",
        "a",
        "-keyalg",
        "EC",
        "-dname",
        "CN=" + name,
        "-ext",
        "san=dns:localhost",
        "-keystore",
        store);
    keytool("-exportcert", "-rfc", "-alias", "a", "-file", pem.toString(), "-keystore", store);
    assertThat(Files.readString(pem)).contains("BEGIN CERTIFICATE");
    return pem;
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storepass", "changeit"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as("%s", command).isZero();
  }
}
