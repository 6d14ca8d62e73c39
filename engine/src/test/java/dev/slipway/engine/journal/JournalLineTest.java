package dev.slipway.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JournalLineTest {
  private static final ResourceId ID = ResourceId.parse("sim.box/grüße \"quoted\"\nline");
  private static final Attributes ATTRIBUTES =
      Attributes.of(
          "port",
          8080,
          "share",
          0.5,
          "on",
          true,
          "key",
          new Value.Secret<>("key", "f00d"),
          "list",
          List.of(1, "a"),
          "map",
          Map.of("deep", Map.of("er", 2)));
  private static final List<Entry> ALL =
      List.of(
          new Entry.Opened("lineage", "stack", "1", Instant.parse("2026-01-02T03:04:05Z")),
          new Entry.Began("up", "ann", Instant.EPOCH),
          new Entry.Started(
              ID,
              Entry.Action.CREATE,
              Map.of("size", 3L, "inner", Map.of("on", true)),
              List.of(ID),
              Removal.KEEP,
              "token"),
          new Entry.Called(ID, ATTRIBUTES),
          new Entry.Finished(ID, ATTRIBUTES),
          new Entry.Deleted(ID),
          new Entry.Failed(ID, "SIM-NO", "no\nand no"),
          new Entry.Noted(ID, Map.of(), Attributes.NONE, List.of(), Removal.DELETE),
          new Entry.Forgot(ID, "kept"),
          new Entry.Ended("done", Instant.EPOCH));

  private static byte[] line(Entry entry) {
    byte[] line = JournalLine.encode(entry);
    return Arrays.copyOf(line, line.length - 1);
  }

  @Test
  void readsBackEveryKindOfEntry() {
    for (Entry entry : ALL) {
      byte[] line = JournalLine.encode(entry);
      assertThat(line).endsWith((byte) '\n');
      assertThat(new String(line, StandardCharsets.UTF_8).strip()).doesNotContain("\n");
      assertThat(JournalLine.decode(line(entry))).isEqualTo(entry);
    }
  }

  @Test
  void seesEveryFlippedBitAndEveryCut() {
    for (Entry entry : ALL) {
      byte[] line = line(entry);
      for (int i = 0; i < line.length; i++) {
        byte[] flipped = line.clone();
        flipped[i] ^= (byte) (1 << i % 8);
        assertThatIllegalArgumentException().isThrownBy(() -> JournalLine.decode(flipped));
        byte[] cut = Arrays.copyOf(line, i);
        assertThatIllegalArgumentException().isThrownBy(() -> JournalLine.decode(cut));
      }
    }
  }

  @Test
  void saysWhichMiddleLineIsDamagedAndDropsATornLastOne() {
    StringBuilder text = new StringBuilder();
    ALL.forEach(
        entry -> text.append(new String(JournalLine.encode(entry), StandardCharsets.UTF_8)));
    String damaged = text.toString().replace("\"began\"", "\"begun\"");
    JournalText read =
        JournalText.read(
            damaged.substring(0, damaged.length() - 5).getBytes(StandardCharsets.UTF_8));

    assertThat(read.entries()).hasSize(ALL.size() - 2);
    assertThat(read.damage()).extracting(JournalText.Damage::line).containsExactly(2);
    assertThat(read.torn()).isTrue();
  }
}
