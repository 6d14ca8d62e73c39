package dev.slipway.lab.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports on loopback that nobody uses. */
public final class Ports {
  /** Below the range from which Linux takes the ports of outgoing connections. */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  private Ports() {}

  public static int free() {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        return port;
      } catch (IOException _) {
        // taken: try another
      }
    }
    throw new LabException("no port is free between " + FIRST + " and " + LAST);
  }
}
