package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.rig.Ended;
import dev.slipway.local.process.host.MarkedProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ignores SIGTERM. */
class StubbornProcessTest {
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
  void isKilledAfterItsGrace() {
    beacon.write("local", "  stubborn: true\n");
    Ended up = beacon.run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    MarkedProcess process = beacon.stack().processes(BeaconStack.PROCESS).getFirst();
    process.identity().terminate();

    Ended down = beacon.run("down");
    assertThat(down.code()).as(down.everything()).isZero();
    assertThat(process.identity().alive()).isFalse();
    beacon.stack().assertGone();
  }
}
