package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.beacon.BeaconStack;
import dev.slipway.cli.rig.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that a crash or a disk has damaged. */
class JournalDamageTest {
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
  void aTornLastLineIsDroppedAndADamagedMiddleOneIsRepaired() throws IOException {
    Ended up = beacon.run("up");
    assertThat(up.code()).as(up.everything()).isZero();
    int whole = beacon.stack().journalLines().size();

    Files.writeString(beacon.stack().journal(), "{\"crc\":\"0000", StandardOpenOption.APPEND);
    Ended again = beacon.run("up");
    assertThat(again.code()).as(again.everything()).isZero();
    assertThat(again.events("noticed").map(e -> e.at("/notice/code").asString()))
        .containsExactly("JOURNAL-TORN");
    assertThat(beacon.stack().journalLines()).hasSize(whole);

    List<String> lines = new ArrayList<>(beacon.stack().journalLines());
    lines.set(4, lines.get(4).replace("local", "lokal"));
    Files.write(beacon.stack().journal(), lines);
    for (String command : List.of("up", "down", "status")) {
      Ended refused = beacon.run(command);
      assertThat(refused.code()).as(refused.everything()).isEqualTo(3);
      assertThat(refused.codes()).containsExactly("JOURNAL-DAMAGED");
      assertThat(refused.details()).contains("Line 5 of ");
    }

    Ended repair = beacon.run("repair");
    assertThat(repair.code()).as(repair.everything()).isZero();
    Ended healed = beacon.run("up");
    assertThat(healed.code()).as(healed.everything()).isZero();
    assertThat(beacon.stack().processes(BeaconStack.PROCESS)).hasSize(1);
    assertThat(beacon.stack().processes(BeaconStack.SUPERVISOR)).hasSize(1);

    Ended down = beacon.run("down");
    assertThat(down.code()).as(down.everything()).isZero();
    assertThat(beacon.stack().files()).allMatch(file -> file.startsWith("journal.jsonl"));
  }
}
