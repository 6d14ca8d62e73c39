package dev.slipway.kubernetes.cluster;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Something that is found out while something else goes on. */
public final class Ahead<T> {
  private final FutureTask<T> task;

  private Ahead(FutureTask<T> task) {
    this.task = task;
  }

  /** Begins at once, on a thread of its own. */
  public static <T> Ahead<T> begin(Callable<T> search) {
    Ahead<T> ahead = new Ahead<>(new FutureTask<>(search));
    Thread.startVirtualThread(ahead.task);
    return ahead;
  }

  /**
   * What was found, once it is.
   *
   * @param interrupted what is thrown if the thread is interrupted meanwhile
   * @throws RuntimeException as the search threw
   */
  public T await(Supplier<RuntimeException> interrupted) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw unchecked(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw interrupted.get();
    }
  }

  /** What was thrown on another thread, to be thrown on this one. */
  static RuntimeException unchecked(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException told -> told;
      case Error error -> throw error;
      default -> new IllegalStateException(failure.getCause());
    };
  }
}
