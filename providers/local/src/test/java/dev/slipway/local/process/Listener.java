package dev.slipway.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A program for tests, started as a process of its own: it accepts connections on a port. */
public final class Listener {
  private Listener() {}

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    try (ServerSocket server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
      System.out.println("listening");
      while (true) {
        server.accept().close();
      }
    }
  }
}
