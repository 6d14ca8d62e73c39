package dev.slipway.kubernetes.log;

import dev.slipway.engine.provider.LogSource;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ObjectKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The log of a pod's container, across its restarts, until the pod is gone.
 *
 * @param component {@code pod}, or {@code pod/container} if it has several
 */
record PodLog(Cluster cluster, String component, ObjectKey pod, String container)
    implements LogSource {
  private static final Duration LOOK = Duration.ofMillis(500);

  @Override
  public void read(int last, boolean follow, Consumer<String> line, BooleanSupplier ended) {
    if (!follow) {
      cluster.log(pod, container, false, last).lines().forEach(line);
      return;
    }
    Unseen unseen = new Unseen(line);
    boolean begun = false;
    while (!ended.getAsBoolean()) {
      try {
        begun |=
            cluster.follow(pod, container, unseen.newest(), begun ? -1 : last, unseen::take, ended);
        if (!ended.getAsBoolean() && cluster.get(pod).isEmpty()) {
          return;
        }
      } catch (ProviderException passing) {
        if (passing.retry() == ProviderException.Retry.NEVER) {
          throw passing;
        }
      }
      pause(ended);
    }
  }

  private static void pause(BooleanSupplier ended) {
    if (!ended.getAsBoolean()) {
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Leaves out the lines that were seen before the connection broke. */
  private static final class Unseen {
    private final Consumer<String> line;
    private Optional<Instant> newest = Optional.empty();

    Unseen(Consumer<String> line) {
      this.line = line;
    }

    Optional<Instant> newest() {
      return newest;
    }

    void take(String stamped) {
      int space = stamped.indexOf(' ');
      String text = space < 0 ? "" : stamped.substring(space + 1);
      try {
        Instant written = Instant.parse(space < 0 ? stamped : stamped.substring(0, space));
        if (newest.filter(seen -> !written.isAfter(seen)).isEmpty()) {
          newest = Optional.of(written);
          line.accept(text);
        }
      } catch (DateTimeException _) {
        line.accept(stamped);
      }
    }
  }
}
