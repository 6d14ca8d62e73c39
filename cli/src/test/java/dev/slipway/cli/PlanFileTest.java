package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.rig.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that are kept in a file, and then applied. */
class PlanFileTest {
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
  void isAppliedAsItWasShownAndRefusedOnceItIsStale() {
    Path plan = folder.resolve("plan.json");
    Ended planned = beacon.run("plan", "-o", plan.toString());
    assertThat(planned.code()).as(planned.everything()).isZero();
    assertThat(beacon.stack().files()).isEmpty();
    beacon.write("local", "  stubborn: true\n");

    Ended up = beacon.slipway().run("up", plan.toString());
    assertThat(up.code()).as(up.everything()).isZero();
    Ended changed = beacon.run("plan");
    assertThat(changed.events("planned").findFirst().orElseThrow().get("acting").asInt())
        .as("what has changed in the stack file since the plan was made isn't applied yet")
        .isEqualTo(1);

    Ended stale = beacon.slipway().run("up", plan.toString());
    assertThat(stale.code()).as(stale.everything()).isEqualTo(2);
    assertThat(stale.codes()).containsExactly("PLAN-STALE");

    assertThat(beacon.run("down").code()).isZero();
    beacon.stack().assertGone();
  }

  @Test
  void isRefusedWhenItIsDamaged() throws IOException {
    Path plan = folder.resolve("plan.json");
    beacon.run("plan", "-o", plan.toString());
    String text = Files.readString(plan);
    for (String damaged :
        new String[] {
          "",
          "[]",
          "{}",
          text.substring(0, text.length() / 2),
          text.replace("\"steps\"", "\"stops\"")
        }) {
      Files.writeString(plan, damaged);
      Ended up = beacon.slipway().run("up", plan.toString());
      assertThat(up.code()).as(damaged + "\n" + up.everything()).isEqualTo(2);
      assertThat(up.codes()).containsExactly("PLAN-UNREADABLE");
    }
    assertThat(beacon.stack().files()).isSubsetOf("journal.jsonl");
  }
}
