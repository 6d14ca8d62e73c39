package dev.slipway.kubernetes.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Many calls to a cluster at the same time. */
public final class Parallel {
  /** Calls in flight; more make a server with few CPUs no faster. */
  private static final int MOST = 32;

  private Parallel() {}

  /**
   * The results in the order of what was given.
   *
   * @throws RuntimeException as the first call in that order that threw
   */
  public static <A, B> List<B> map(Collection<A> items, Function<A, B> call) {
    if (items.size() == 1) {
      return List.of(call.apply(items.iterator().next()));
    }
    Semaphore room = new Semaphore(MOST);
    List<B> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<B>> calls = new ArrayList<>();
      for (A item : items) {
        calls.add(
            threads.submit(
                () -> {
                  room.acquire();
                  try {
                    return call.apply(item);
                  } finally {
                    room.release();
                  }
                }));
      }
      for (Future<B> result : calls) {
        results.add(result.get());
      }
    } catch (ExecutionException e) {
      throw Ahead.unchecked(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while calling the cluster", e);
    }
    return results;
  }
}
