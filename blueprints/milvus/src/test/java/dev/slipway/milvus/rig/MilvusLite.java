package dev.slipway.milvus.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Milvus on a free loopback port: the server of the {@code milvus-lite} package. */
public final class MilvusLite implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private MilvusLite(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one and waits until it accepts connections.
   *
   * @param folder where it keeps its data and its log
   */
  public static MilvusLite start(Path folder) throws IOException, InterruptedException {
    int port = freePort();
    Path log = folder.resolve("milvus.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                PythonEnvironment.python().toString(),
                "-m",
                "milvus_lite",
                "server",
                "--data-dir",
                folder.resolve("data").toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port)));
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    MilvusLite milvus = new MilvusLite(builder.start(), port);
    long start = System.nanoTime();
    while (!milvus.accepts()) {
      if (!milvus.process.isAlive() || System.nanoTime() - start > DEADLINE.toNanos()) {
        milvus.close();
        throw new IOException("milvus-lite doesn't serve:\n" + Files.readString(log));
      }
      Thread.sleep(20);
    }
    return milvus;
  }

  /** The port that it listens on. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(10, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /** A loopback port that nothing listens on. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
