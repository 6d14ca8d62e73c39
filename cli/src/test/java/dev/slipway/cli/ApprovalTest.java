package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.rig.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that costs money asks first. */
class ApprovalTest {
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
  void nothingIsMadeOrRemovedWithoutAYes() {
    beacon.write("costly", "");
    Ended refused = beacon.run("up");
    assertThat(refused.code()).as(refused.everything()).isEqualTo(2);
    assertThat(refused.codes()).containsExactly("CLI-NOT-APPROVED");
    assertThat(beacon.stack().files()).isSubsetOf("journal.jsonl");

    Path plan = folder.resolve("plan.json");
    beacon.run("plan", "-o", plan.toString());
    Ended up = beacon.slipway().run("up", plan.toString());
    assertThat(up.code()).as("a plan file is a yes: " + up.everything()).isZero();
    Ended unchanged = beacon.run("up");
    assertThat(unchanged.code()).as("nothing to approve: " + unchanged.everything()).isZero();

    assertThat(beacon.run("down").codes()).containsExactly("CLI-NOT-APPROVED");
    assertThat(beacon.stack().processes(BeaconStack.PROCESS)).hasSize(1);
    assertThat(beacon.run("down", "--yes").code()).isZero();
    beacon.stack().assertGone();
  }
}
