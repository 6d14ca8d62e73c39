package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.rig.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is wrong in a stack file is told at once and in full, and nothing is made. */
class BadStackFileTest {
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
  void tellsWhereTextThatIsNoYamlBreaks() {
    beacon.stack().write("name: beacon\ntarget: local\nbeacon: [port: 1\n");
    Ended up = beacon.run("up");
    assertThat(up.code()).as(up.everything()).isEqualTo(2);
    assertThat(up.codes()).containsExactly("STACK-NOT-YAML");
    assertThat(up.problems().getFirst().get("line").asInt()).isBetween(3, 4);
    assertNothingMade();
  }

  @Test
  void tellsEveryProblemWithItsPlaceAndTheNearestName() {
    beacon
        .stack()
        .write(
            """
            name: beacon
            taget: local
            target: local
            beacon:
              port: 123456
              stuborn: true
              fault: sometimes
            """);
    Ended up = beacon.run("up");
    assertThat(up.code()).as(up.everything()).isEqualTo(2);
    assertThat(places(up))
        .containsExactly(
            "STACK-UNKNOWN-KEY 2:1",
            "STACK-OUT-OF-RANGE 5:9",
            "STACK-UNKNOWN-KEY 6:3",
            "STACK-UNKNOWN-WORD 7:10");
    assertThat(up.problems().getFirst().get("fix").asString()).contains("target");
    assertThat(up.problems().get(2).get("fix").asString()).contains("stubborn");
    assertNothingMade();
  }

  private static List<String> places(Ended ended) {
    return ended.problems().stream().map(BadStackFileTest::place).toList();
  }

  private static String place(JsonNode problem) {
    return problem.get("code").asString()
        + " "
        + problem.get("line").asInt()
        + ":"
        + problem.get("column").asInt();
  }

  private void assertNothingMade() {
    assertThat(beacon.stack().state().getParent()).doesNotExist();
  }
}
