package dev.slipway.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "99, 99 ms",
    "100, 0.1 s",
    "449, 0.4 s",
    "59949, 59.9 s",
    "59950, 1 min 00 s",
    "63000, 1 min 03 s",
    "3599400, 59 min 59 s",
    "3599600, 1 h 00 min",
    "7500000, 2 h 05 min",
    "-5, 0 ms"
  })
  void durationsReadAsPeopleSayThem(long millis, String text) {
    assertThat(Durations.text(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void runningTimesHaveNoTenths() {
    assertThat(Durations.running(Duration.ofMillis(12_900))).isEqualTo("12 s");
    assertThat(Durations.running(Duration.ofSeconds(61))).isEqualTo("1 min 01 s");
  }

  @Test
  void widthCountsCells() {
    assertThat(Width.of("milvus")).isEqualTo(6);
    assertThat(Width.of("向量")).isEqualTo(4);
    assertThat(Width.of("e\u0301")).isEqualTo(1);
    assertThat(Width.of("🚢")).isEqualTo(2);
    assertThat(Width.of("✓█░…")).isEqualTo(4);
  }

  @Test
  void cuttingNeverSplitsACharacterNorExceedsTheWidth() {
    String text = "a向量🚢z".repeat(5);
    for (int cells = 0; cells < 40; cells++) {
      assertThat(Width.of(Width.fit(text, cells, "…"))).isLessThanOrEqualTo(cells);
      assertThat(Width.of(Width.middle(text, cells, "…"))).isLessThanOrEqualTo(cells);
      assertThat(
              Width.fit(text, cells, "…")
                      .chars()
                      .filter(c -> Character.isSurrogate((char) c))
                      .count()
                  % 2)
          .isZero();
    }
    assertThat(Width.middle("abcdefghij", 7, "…")).isEqualTo("abc…hij");
    assertThat(Width.fit("abcdefghij", 7, "...")).isEqualTo("abcd...");
  }

  @Test
  void escapeCodesAndControlsAreTakenOut() {
    assertThat(Printable.line("\u001b[31mred\u001b[0m\tand\u0000\u009b\u001b]0;title\u0007 so\n"))
        .isEqualTo("red and so");
    assertThat(Printable.lines("a\r\nb\u001b")).isEqualTo("a\nb");
  }
}
