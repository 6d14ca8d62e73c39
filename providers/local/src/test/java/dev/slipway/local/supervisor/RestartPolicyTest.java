package dev.slipway.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
  @Test
  void doublesThePauseUpToTheLongestAndSpreadsItByAQuarter() {
    SplittableRandom random = new SplittableRandom(1);
    for (int failures = 1; failures <= 2000; failures++) {
      double plain = Math.min(0.2 * Math.pow(2, failures - 1), 30);

      Duration pause = RestartPolicy.DEFAULT.pause(failures, random);

      assertThat(pause.toNanos() / 1e9).isBetween(plain * 0.749, plain * 1.251);
    }
  }
}
