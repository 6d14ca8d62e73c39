package dev.slipway.lab.kubernetes.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Carries bytes between two connections, both ways, until either ends. */
public final class Tunnel {
  private static final int CONNECT_MILLIS = 5_000;

  private Tunnel() {}

  /** Returns when both directions have ended, with both connections closed. */
  public static void join(Socket left, Socket right) {
    Thread back = Thread.ofVirtual().start(() -> copy(right, left));
    copy(left, right);
    try {
      back.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    close(left);
    close(right);
  }

  /** A connection to a port on loopback. */
  public static Socket connect(int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), CONNECT_MILLIS);
      return socket;
    } catch (IOException e) {
      close(socket);
      throw e;
    }
  }

  /** Closes without a word: the peer may be gone already. */
  public static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // closed is what it should be
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException _) {
      close(from);
      close(to);
    }
  }
}
