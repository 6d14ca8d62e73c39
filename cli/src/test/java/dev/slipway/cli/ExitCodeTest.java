package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.StackFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit codes, each with what was done when a command ends with it. */
class ExitCodeTest {
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
  void isZeroOnceProvenAndOnceGone() {
    Ended up = beacon.run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    assertThat(up.passed()).hasSize(2);

    Ended down = beacon.run("down");
    assertThat(down.code()).as(down.everything()).isZero();
    beacon.stack().assertGone();
    assertThat(StackFolder.listening(beacon.port())).isFalse();

    Ended again = beacon.run("down");
    assertThat(again.code()).as(again.everything()).isZero();
    beacon.stack().assertGone();
  }

  @Test
  void tellsUnprovenAndOurOwnBugApart() {
    beacon.write("local", "  fault: proof\n");
    Ended unproven = beacon.run("up");
    assertThat(unproven.code()).as(unproven.everything()).isEqualTo(4);

    Ended still = beacon.run("drift");
    assertThat(still.code()).as(still.everything()).isZero();

    beacon.write("local", "  fault: check\n");
    Ended bug = beacon.run("verify");
    assertThat(bug.code()).as(bug.everything()).isEqualTo(70);

    beacon.write("local", "  fault: build\n");
    Ended build = beacon.run("plan");
    assertThat(build.code()).as(build.everything()).isEqualTo(70);
    assertThat(build.codes()).containsExactly("CLI-BUG");
  }

  @Test
  void isTheUsersMistakeWhenOptionsOrWordsAreWrong() {
    assertThat(beacon.run("up", "--fast").code()).isEqualTo(2);
    assertThat(beacon.slipway().text("launch").code()).isEqualTo(2);
    assertThat(beacon.slipway().run("up", "missing.yaml").code()).isEqualTo(2);
    assertThat(beacon.slipway().run("up").codes()).containsExactly("CLI-NO-STACK");
    Ended status = beacon.run("status");
    assertThat(status.code()).isEqualTo(2);
    assertThat(status.codes()).containsExactly("CLI-NOT-UP");
    Ended policy = beacon.run("policy", "--day-two");
    assertThat(policy.code()).as(policy.everything()).isEqualTo(2);
    assertThat(policy.codes()).containsExactly("CLI-NO-POLICY");
    assertThat(beacon.stack().files()).isEmpty();
  }
}
