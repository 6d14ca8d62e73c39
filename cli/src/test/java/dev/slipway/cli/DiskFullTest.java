package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.Running;
import dev.slipway.cli.rig.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full at one point or another of an {@code up} or a {@code down}. */
class DiskFullTest {
  /** In MiB; enough for the beacon. */
  private static final int SIZE = 64;

  @TempDir private Path folder;
  private SmallDisk disk;
  private BeaconStack beacon;

  @BeforeEach
  void prepare() throws IOException {
    Path mount = folder.resolve("disk");
    disk = SmallDisk.mount(mount, SIZE);
    beacon = BeaconStack.in(folder).withState(mount.resolve("state"));
    Files.createDirectories(beacon.stack().state());
  }

  @AfterEach
  void takeDown() throws IOException {
    if (disk != null) {
      beacon.close();
      disk.close();
    }
  }

  @Test
  void whileTheJournalIsBegunAndLater() throws IOException {
    disk.fillBut(0);
    assertThat(refused().codes()).containsExactly("LOCK-UNAVAILABLE");
    disk.fillBut(1);
    assertThat(refused().codes()).containsExactly("JOURNAL-UNWRITABLE");
    for (int pages : new int[] {2, 4, 8, 16, 64}) {
      disk.free();
      disk.fillBut(pages);
      assertThat(refused().codes()).isNotEmpty().doesNotContain("APPLY-BUG", "CLI-BUG");
    }
    assertGoesOnOnceThereIsRoom();
  }

  @Test
  void whileStepsAreUnderWayAndWhileItIsRemoved() throws IOException {
    beacon.shut("start");
    try (Running up = beacon.start("up")) {
      up.until("the wait for the process", told -> told.told("step-waiting", BeaconStack.PROCESS));
      disk.fillBut(0);
      beacon.open("start");
      Ended ended = up.end();
      // What is left to write may still fit into the journal's last page.
      assertThat(ended.code()).as(ended.everything()).isIn(0, 3);
    }
    Ended down = beacon.run("down");
    assertThat(down.code()).as(down.everything()).isIn(0, 3);
    assertGoesOnOnceThereIsRoom();
  }

  private Ended refused() {
    Ended up = beacon.run("up");
    assertThat(up.code()).as(up.everything()).isEqualTo(3);
    return up;
  }

  private void assertGoesOnOnceThereIsRoom() throws IOException {
    disk.free();
    Ended up = beacon.run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(beacon.stack().processes(BeaconStack.PROCESS)).hasSize(1);
    Ended down = beacon.run("down");
    assertThat(down.code()).as(down.everything()).isZero();
    beacon.stack().assertGone();
  }
}
