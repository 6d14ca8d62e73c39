package dev.slipway.lab.kubernetes.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;

/** Accepts connections on a free port of loopback, each served by a virtual thread of its own. */
public final class LoopbackServer implements AutoCloseable {
  private static final int BACKLOG = 500;

  /** Serves a connection; which is closed afterwards, whatever happens. */
  @FunctionalInterface
  public interface Service {
    void serve(Socket connection) throws IOException;
  }

  private final ServerSocket server;
  private final Service service;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * Starts to accept.
   *
   * @param sockets plain or with TLS
   */
  public LoopbackServer(ServerSocketFactory sockets, Service service) throws IOException {
    this.server = sockets.createServerSocket(0, BACKLOG, InetAddress.ofLiteral("127.0.0.1"));
    this.service = service;
    Thread.ofVirtual().start(this::accept);
  }

  /** Where it listens on 127.0.0.1. */
  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        open.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException _) {
      open.forEach(Tunnel::close);
    }
  }

  private void serve(Socket connection) {
    try {
      connection.setTcpNoDelay(true);
      service.serve(connection);
    } catch (IOException _) {
      // the peer is gone, or was meant to lose its connection
    } finally {
      open.remove(connection);
      Tunnel.close(connection);
    }
  }

  /** Stops accepting, and closes every connection. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException _) {
      // nothing is left to be done
    }
    open.forEach(Tunnel::close);
  }
}
