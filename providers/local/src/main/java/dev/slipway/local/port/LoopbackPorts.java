package dev.slipway.local.port;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on 127.0.0.1. Free ones are taken from below the range that operating systems give to
 * outgoing connections: a reservation lasts longer than any moment at which it could be looked at.
 */
final class LoopbackPorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_767;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private LoopbackPorts() {}

  /** Why a port can't be bound; empty if it can. */
  static Optional<BindException> refusal(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1);
      return Optional.empty();
    } catch (BindException refusal) {
      return Optional.of(refusal);
    }
  }

  /** A port that is free now and was not given to another caller in this process; if there is. */
  static Optional<Integer> free() throws IOException {
    int size = LAST - FIRST + 1;
    int start = ThreadLocalRandom.current().nextInt(size);
    for (int i = 0; i < size; i++) {
      int port = FIRST + (start + i) % size;
      if (GIVEN.add(port)) {
        if (refusal(port).isEmpty()) {
          return Optional.of(port);
        }
        GIVEN.remove(port);
      }
    }
    return Optional.empty();
  }

  /** Keeps {@link #free} from giving a port. */
  static void take(int port) {
    GIVEN.add(port);
  }

  /** Lets {@link #free} give a port again. */
  static void release(int port) {
    GIVEN.remove(port);
  }
}
