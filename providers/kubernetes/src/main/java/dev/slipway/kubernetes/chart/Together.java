package dev.slipway.kubernetes.chart;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Works on several charts at once, and tells the problems of all of them. What has a problem is
 * left out if it is to be removed anyway.
 */
final class Together {
  private final Purpose purpose;
  private final Problems problems = new Problems();

  Together(Purpose purpose) {
    this.purpose = purpose;
  }

  /**
   * What a function makes of each, in the same order.
   *
   * @throws DiagnosticException with every problem, unless the purpose is removal
   */
  <A, B> List<B> each(List<A> charts, Function<A, B> work) {
    List<B> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<B>> futures = new ArrayList<>();
      charts.forEach(chart -> futures.add(threads.submit(() -> work.apply(chart))));
      for (Future<B> future : futures) {
        take(future, done);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while charts were rendered", e);
    }
    throwIfAny();
    return done;
  }

  private <B> void take(Future<B> future, List<B> done) throws InterruptedException {
    try {
      done.add(future.get());
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case ProviderException refused -> throw refused;
        case DiagnosticException told -> {
          if (purpose == Purpose.UP) {
            told.diagnostics().forEach(problems::add);
          }
        }
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** Adds a resource; another one of the same name must be the same. */
  void add(Resource<?> resource, Resource<?> origin, Map<ResourceId, Resource<?>> all) {
    Resource<?> other = all.putIfAbsent(resource.id(), resource);
    if (other != null && !other.spec().equals(resource.spec()) && purpose == Purpose.UP) {
      problems.add(
          Diagnostic.user(
              "CHART-OBJECT-TWICE",
              "Two parts of a stack want the same object",
              "The object %s, which %s brings, is brought by another chart or file too, and the two"
                      .formatted(resource.id().name(), origin.id())
                  + " differ.",
              "Turn it off in the values of one of them, or give one of the releases another name"
                  + " or namespace."));
    }
  }

  void throwIfAny() {
    problems.throwIfAny();
  }
}
