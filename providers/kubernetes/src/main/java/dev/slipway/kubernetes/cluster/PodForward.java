package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import io.fabric8.kubernetes.client.LocalPortForward;
import io.fabric8.kubernetes.client.dsl.internal.PortForwarderWebsocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Carries the connections to a loopback port to a pod's port, by a WebSocket each. */
final class PodForward implements Cluster.Forward {
  private static final long CONNECT_MILLIS = 10_000;

  private final LocalPortForward forward;
  private final ExecutorService threads;

  private PodForward(LocalPortForward forward, ExecutorService threads) {
    this.forward = forward;
    this.threads = threads;
  }

  static PodForward open(Transport transport, Pods pod, int port) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      LocalPortForward forward =
          new PortForwarderWebsocket(transport.client(), threads, CONNECT_MILLIS)
              .forward(
                  URI.create(transport.context().server() + pod.path()).toURL(),
                  port,
                  InetAddress.getLoopbackAddress(),
                  0);
      return new PodForward(forward, threads);
    } catch (IOException | IllegalStateException failure) {
      threads.shutdownNow();
      throw ProviderException.passing(
          Diagnostic.environment(
              "KUBERNETES-FORWARD",
              "No port can be forwarded",
              "A port of this machine can't be forwarded to port %d of the pod %s: %s."
                  .formatted(port, pod.pod(), failure.getMessage()),
              "Repeat the command."));
    }
  }

  @Override
  public int port() {
    return forward.getLocalPort();
  }

  @Override
  public void close() {
    try {
      forward.close();
    } catch (IOException _) {
      // It is closed for its users either way; there is nothing to be done about the rest.
    }
    threads.shutdownNow();
  }
}
