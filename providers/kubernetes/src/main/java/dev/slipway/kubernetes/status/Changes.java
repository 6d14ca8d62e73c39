package dev.slipway.kubernetes.status;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the pause of whoever waits for an object as soon as it is worth looking at: one watch tells
 * of all objects of a kind in a namespace.
 *
 * <p>It is a hint and nothing else. Where the server allows no watch, or the connection breaks,
 * objects are looked at after every pause, as without it. May be called from many threads; keep one
 * for a whole run.
 */
public final class Changes {
  /** Watches at the same time, on the connection that all requests share. */
  private static final int MOST = 24;

  private final Cluster cluster;
  private final Map<Place, Watch> watches = new HashMap<>();

  public Changes(Cluster cluster) {
    this.cluster = cluster;
  }

  private record Place(String apiVersion, String kind, Optional<String> namespace, String labels) {}

  /**
   * Returns when the object has become ready, has failed or is on its way out, at the latest after
   * the given time.
   *
   * @param labels label selector that finds it, and whatever else is waited for
   */
  public void await(ObjectKey key, String labels, Duration longest) throws InterruptedException {
    Place place = new Place(key.apiVersion(), key.kind(), key.namespace(), labels);
    CountDownLatch told = new CountDownLatch(1);
    Watch watch = join(place, key, told);
    try {
      boolean _ = told.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      watch.waiting.remove(key, told);
    }
  }

  private synchronized Watch join(Place place, ObjectKey key, CountDownLatch told) {
    Watch known = watches.get(place);
    Watch watch = known == null ? new Watch(place) : known;
    watch.waiting.put(key, told);
    if (known == null && watches.size() < MOST) {
      watches.put(place, watch);
      Thread.startVirtualThread(watch);
    }
    return watch;
  }

  /** A watch that the server has ended is begun again when somebody waits again. */
  private synchronized void over(Place place) {
    watches.remove(place);
  }

  /** What is told of the objects of one place, for as long as somebody waits for one of them. */
  private final class Watch implements Runnable {
    private final Place place;
    private final Map<ObjectKey, CountDownLatch> waiting = new ConcurrentHashMap<>();

    Watch(Place place) {
      this.place = place;
    }

    /** One that is refused or breaks isn't begun again. */
    @Override
    public void run() {
      try {
        if (cluster.watch(
            place.apiVersion(),
            place.kind(),
            place.namespace(),
            place.labels(),
            this::seen,
            waiting::isEmpty)) {
          over(place);
        }
      } catch (DiagnosticException _) {
        // The looks go on, and tell what is wrong.
      }
    }

    private void seen(ApiObject object) {
      CountDownLatch latch = waiting.get(object.key());
      if (latch != null && !(Readiness.of(object, Evidence.NONE) instanceof Status.InProgress)) {
        latch.countDown();
      }
    }
  }
}
