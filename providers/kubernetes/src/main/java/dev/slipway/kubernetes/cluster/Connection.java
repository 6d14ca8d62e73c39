package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.kubeconfig.KubeContext;
import java.util.function.Supplier;

/** Reads a context and opens its transport once somebody needs them. */
final class Connection implements AutoCloseable {
  private final Supplier<KubeContext> source;
  private KubeContext context;
  private Transport transport;
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
      transport = new Transport(context());
    }
    return transport;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (transport != null) {
      transport.close();
    }
  }
}
