package dev.slipway.engine.plan;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Handlers;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.engine.retry.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at many resources: each type in one batch, all types at the same time. */
record Sight(Handlers handlers, Backoff backoff, Pause pause, Call call) {

  /** What was seen, by id; what doesn't exist is left out. */
  Map<ResourceId, Observed> look(Collection<Subject<Spec>> subjects) {
    Map<String, List<Subject<Spec>>> byType = new LinkedHashMap<>();
    for (Subject<Spec> subject : subjects) {
      byType.computeIfAbsent(subject.id().type(), _ -> new ArrayList<>()).add(subject);
    }
    Map<ResourceId, Observed> seen = new HashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Map<ResourceId, Observed>>> reads = new ArrayList<>();
      byType.forEach(
          (type, batch) -> reads.add(threads.submit(() -> read(handlers.handler(type), batch))));
      for (Future<Map<ResourceId, Observed>> read : reads) {
        seen.putAll(read.get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking at resources", e);
    }
    return seen;
  }

  private Map<ResourceId, Observed> read(
      ResourceHandler<Spec, Observed> handler, List<Subject<Spec>> batch)
      throws InterruptedException {
    int attempt = 1;
    while (true) {
      try {
        return handler.readAll(batch, call);
      } catch (ProviderException refused) {
        Duration next =
            backoff
                .afterFailure(attempt++, refused)
                .filter(_ -> !call.cancelled())
                .orElseThrow(() -> refused);
        pause.sleep(next);
      }
    }
  }
}
