package dev.slipway.aws.remains;

import dev.slipway.engine.retry.Pause;
import java.time.Duration;
import java.util.List;

/** Removes what comes back: the last lines of agents arrive late, and make their log group anew. */
public record LateRemains(ClusterRemains remains, Pause pause) {
  private static final Duration LATER = Duration.ofSeconds(10);
  private static final int LOOKS = 6;

  /** Removes until nothing is found twice, with a pause between. */
  public void sweep(List<String> clusters) {
    int quiet = 0;
    for (int look = 0; look < LOOKS && quiet < 2 && !clusters.isEmpty(); look++) {
      if (look > 0) {
        try {
          pause.sleep(LATER);
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
          return;
        }
      }
      boolean found = false;
      for (String cluster : clusters) {
        found |= !remains.removeOnce(cluster).found().isEmpty();
      }
      quiet = found ? 0 : quiet + 1;
    }
  }
}
