package dev.slipway.cli.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real Milvus on a loopback port, without a password: the server of {@code milvus-lite}. */
final class MilvusServer implements AutoCloseable {
  private final Process process;
  private final int port;

  private MilvusServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one and waits until it accepts connections. */
  static MilvusServer start(Path folder) throws IOException, InterruptedException {
    int port = FreePort.find();
    Path log = folder.resolve("milvus.log");
    Process process =
        new ProcessBuilder(
                List.of(
                    Pymilvus.environment().python().toString(),
                    "-m",
                    "milvus_lite",
                    "server",
                    "--data-dir",
                    folder.resolve("milvus").toString(),
                    "--host",
                    "127.0.0.1",
                    "--port",
                    Integer.toString(port)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    MilvusServer server = new MilvusServer(process, port);
    try {
      Until.isTrue(
          () -> StackFolder.listening(port) || !process.isAlive(), () -> "milvus-lite at " + port);
      if (!process.isAlive()) {
        throw new IOException("milvus-lite doesn't serve:\n" + Files.readString(log));
      }
      return server;
    } catch (IOException | AssertionError e) {
      server.close();
      throw e;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
