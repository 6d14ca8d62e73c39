package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.rig.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A port that somebody else has. */
class PortInUseTest {
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
  void isNamedWithItsHolderAndTheNextUpGoesOnOnceItIsFree() throws IOException {
    try (ServerSocket _ = new ServerSocket(beacon.port(), 1, InetAddress.getLoopbackAddress())) {
      Ended up = beacon.run("up");
      assertThat(up.code()).as(up.everything()).isEqualTo(3);
      assertThat(up.codes()).containsExactly("PORT-IN-USE");
      assertThat(up.details())
          .contains(Integer.toString(beacon.port()))
          .contains(Long.toString(ProcessHandle.current().pid()));
    }
    Ended up = beacon.run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(beacon.run("down").code()).isZero();
    beacon.stack().assertGone();
  }
}
