package dev.slipway.kubernetes.chart.helm;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A search for the program that goes on while the cluster is asked for its kinds. */
public final class HelmSearch {
  private final FutureTask<Path> found;

  private HelmSearch(HelmBinary binary) {
    this.found = new FutureTask<>(binary::find);
  }

  /** Begins to look for the program. */
  public static HelmSearch begin(HelmBinary binary) {
    HelmSearch search = new HelmSearch(binary);
    Thread.startVirtualThread(search.found);
    return search;
  }

  /**
   * The program, once it is found.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException as {@link HelmBinary#find}
   */
  public Path await() {
    try {
      return found.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException told -> throw told;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking for Helm", e);
    }
  }
}
