package dev.slipway.lab.kubernetes;

import dev.slipway.lab.kubernetes.wire.Tunnel;
import dev.slipway.lab.process.Ports;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A running {@code kubectl port-forward}. */
final class PortForward implements AutoCloseable {
  private final Process process;
  private final Path log;
  private final int port;

  private PortForward(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  static PortForward start(LabCluster cluster, String namespace, String target, int port)
      throws IOException {
    int local = Ports.free();
    Path log = Files.createTempFile("lab", ".log");
    Process process =
        cluster
            .command(
                List.of(
                    cluster.kubectl().toString(),
                    "-n",
                    namespace,
                    "port-forward",
                    target,
                    local + ":" + port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new PortForward(process, log, local);
  }

  /** What comes back for a text; empty if the connection doesn't last. */
  String exchange(String text) {
    try (Socket socket = Tunnel.connect(port)) {
      Thread writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                    } catch (IOException _) {
                      Tunnel.close(socket);
                    }
                  });
      byte[] back = socket.getInputStream().readNBytes(text.length());
      writer.join();
      return new String(back, StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.delete(log);
  }
}
