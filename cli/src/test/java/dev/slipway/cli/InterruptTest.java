package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.beacon.Phase;
import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.Running;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ctrl-C in each phase of one stack's {@code up}, each going on from where the one before it was
 * stopped.
 */
class InterruptTest {
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
  void ofTheCommandAloneStopsInGoodOrderInEachPhase() {
    assertStopsInEachPhase(running -> running.signal("INT"));
  }

  @Test
  void onATerminalWhereAllOfTheCommandGetsItStopsInGoodOrderInEachPhase() {
    assertStopsInEachPhase(running -> running.signalGroup("INT"));
  }

  @Test
  void ofARemovalIsTakenUpByTheNextOne() {
    beacon.write("local", "  stubborn: true\n");
    assertThat(beacon.run("up").code()).isZero();
    try (Running down = beacon.start("down")) {
      down.until(
          "the removal of the process", told -> told.told("step-started", BeaconStack.PROCESS));
      Ended ended = down.signal("INT").end();
      assertThat(ended.code()).as(ended.everything()).isEqualTo(130);
      beacon.stack().assertJournalClean();
    }
    assertGoesDown();
  }

  private void assertStopsInEachPhase(Consumer<Running> interrupt) {
    for (Phase phase : Phase.values()) {
      phase.hold(beacon);
      try (Running up = beacon.start("up")) {
        phase.await(up, beacon);
        interrupt.accept(up);
        up.until("the stop", told -> told.events("stopping").findAny().isPresent());
        phase.release(beacon);
        Ended ended = up.end();
        assertThat(ended.code()).as(phase + "\n" + ended.everything()).isEqualTo(130);
        assertThat(ended.codes()).as(phase + "\n" + ended.everything()).isEmpty();
        assertThat(beacon.stack().files()).doesNotContain("lock.json");
        if (phase != Phase.PLANNING) {
          beacon.stack().assertJournalClean();
        }
      }
    }
    Ended up = beacon.run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(beacon.stack().processes(BeaconStack.PROCESS)).hasSize(1);
    assertThat(beacon.stack().processes(BeaconStack.SUPERVISOR)).hasSize(1);
    assertGoesDown();
  }

  private void assertGoesDown() {
    Ended down = beacon.run("down");
    assertThat(down.code()).as(down.everything()).isZero();
    beacon.stack().assertGone();
  }
}
