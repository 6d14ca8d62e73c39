package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.beacon.Phase;
import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.Running;
import dev.slipway.cli.rig.Until;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in each phase: the next {@code up} ends proven, {@code down} leaves nothing. */
class CrashTest {
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
  void ofTheCommandInEachPhaseOneAfterAnother() {
    for (Phase phase : Phase.values()) {
      crash(phase);
    }
    assertComesUpOnce();
    assertGoesDown();
  }

  @Test
  void ofTheCommandInEachPhaseAndThenDown() {
    for (Phase phase : List.of(Phase.PLANNING, Phase.INSTALLING, Phase.STARTING)) {
      crash(phase);
      assertGoesDown();
    }
  }

  @Test
  void ofTheCommandWhileItRemoves() {
    beacon.write("local", "  stubborn: true\n");
    assertComesUpOnce();
    try (Running down = beacon.start("down")) {
      down.until("a removal", told -> told.told("step-started", BeaconStack.PROCESS));
      assertThat(down.signal("KILL").end().code()).isEqualTo(137);
    }
    assertComesUpOnce();
    try (Running down = beacon.start("down")) {
      down.until("a removal", told -> told.told("step-finished", BeaconStack.PROCESS));
      assertThat(down.signal("KILL").end().code()).isEqualTo(137);
    }
    assertGoesDown();
  }

  @Test
  void ofTheSupervisorInEachPhase() {
    for (Phase phase : List.of(Phase.INSTALLING, Phase.STARTING, Phase.PROVING)) {
      phase.hold(beacon);
      try (Running up = beacon.start("up")) {
        phase.await(up, beacon);
        killSupervisor();
        beacon.open("start");
        phase.release(beacon);
        Ended ended = up.end();
        assertThat(ended.code()).as(phase + "\n" + ended.everything()).isIn(0, 3, 4);
        assertThat(ended.code() == 3 ? ended.codes() : List.of("none")).isNotEmpty();
      }
    }
    assertComesUpOnce();
    killSupervisor();
    assertThat(beacon.run("status").code()).isEqualTo(4);
    assertComesUpOnce();
    killSupervisor();
    assertGoesDown();
  }

  private void crash(Phase phase) {
    phase.hold(beacon);
    try (Running up = beacon.start("up")) {
      phase.await(up, beacon);
      assertThat(up.signal("KILL").end().code()).isEqualTo(137);
    }
    beacon.open("start");
    beacon.open("proof");
  }

  private void killSupervisor() {
    Until.isTrue(
        () -> !beacon.stack().processes(BeaconStack.SUPERVISOR).isEmpty(), () -> "a supervisor");
    beacon.stack().processes(BeaconStack.SUPERVISOR).forEach(found -> found.identity().kill());
    Until.isTrue(
        () -> beacon.stack().processes(BeaconStack.SUPERVISOR).isEmpty(), () -> "no supervisor");
  }

  private void assertComesUpOnce() {
    Ended up = beacon.run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(beacon.stack().processes(BeaconStack.PROCESS)).hasSize(1);
    assertThat(beacon.stack().processes(BeaconStack.SUPERVISOR)).hasSize(1);
    Ended status = beacon.run("status");
    assertThat(status.code()).as(status.everything()).isZero();
  }

  private void assertGoesDown() {
    Ended down = beacon.run("down");
    assertThat(down.code()).as(down.everything()).isZero();
    beacon.stack().assertGone();
  }
}
