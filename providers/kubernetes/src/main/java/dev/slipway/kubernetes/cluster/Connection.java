package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.kubeconfig.KubeContext;
import java.util.function.Supplier;

/** Reads a context and opens its transport once somebody needs them. */
final class Connection implements AutoCloseable {
  private final Supplier<KubeContext> source;
  private KubeContext context;
  private Transport transport;
  private Transport streams;
  private boolean closed;

  Connection(Supplier<KubeContext> source) {
    this.source = source;
  }

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if there is no such context, or it
   *     can't be read
   */
  synchronized KubeContext context() {
    if (context == null) {
      context = source.get();
    }
    return context;
  }

  synchronized Transport transport() {
    if (closed) {
      throw new IllegalStateException("the cluster is closed");
    }
    if (transport == null) {
      transport = Transport.open(context());
    }
    return transport;
  }

  /** For answers that go on for long: each has a connection of its own. */
  synchronized Transport streams() {
    if (closed) {
      throw new IllegalStateException("the cluster is closed");
    }
    if (streams == null) {
      streams = Transport.ofStreams(context());
    }
    return streams;
  }

  /** Reads the context again and opens other transports, with the next question. */
  synchronized void forget() {
    closeTransports();
    context = null;
    transport = null;
    streams = null;
  }

  @Override
  public synchronized void close() {
    closed = true;
    closeTransports();
  }

  private void closeTransports() {
    if (transport != null) {
      transport.close();
    }
    if (streams != null) {
      streams.close();
    }
  }
}
