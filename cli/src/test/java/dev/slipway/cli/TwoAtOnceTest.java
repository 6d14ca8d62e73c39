package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two commands that want to change one stack. */
class TwoAtOnceTest {
  @TempDir private Path folder;
  private BeaconStack beacon;

  @BeforeEach
  void prepare() {
    beacon = BeaconStack.in(folder);
  }

  @AfterEach
  void takeDown() {
    beacon.close();
  }

  @Test
  void theSecondIsToldWhoHoldsTheLockAndTheFirstEndsWell() {
    beacon.shut("start");
    try (Running first = beacon.start("up")) {
      first.untilTrue("the lock", () -> Files.exists(beacon.stack().state().resolve("lock.json")));
      for (String command : new String[] {"up", "down", "repair"}) {
        Ended second = beacon.run(command);
        assertThat(second.code()).as(second.everything()).isEqualTo(3);
        assertThat(second.codes()).containsExactly("LOCK-HELD");
        assertThat(second.details()).contains("'up'").contains(Long.toString(first.pid()));
      }
      beacon.open("start");
      Ended ended = first.end();
      assertThat(ended.code()).as(ended.everything()).isZero();
    }
    assertThat(beacon.run("down").code()).isZero();
    beacon.stack().assertGone();
  }
}
