package dev.slipway.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
  @ParameterizedTest
  @CsvSource({
    "250ms, PT0.25S",
    "30s, PT30S",
    "5m, PT5M",
    "24h, PT24H",
    "7d, PT168H",
    "PT1H30M, PT1H30M",
    "P1D, PT24H",
    "P1DT0.5S, PT24H0.5S",
    "0s, PT0S",
    "999999999d, PT23999999976H"
  })
  void readsShortAndIsoForms(String text, Duration expected) {
    assertThat(Span.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "5 m",
        "-5m",
        "5min",
        "1.5h",
        "P",
        "PT",
        "P1DT",
        "PT-5S",
        "P1Y",
        "1h30m",
        "9999999999s"
      })
  void refusesEverythingElse(String text) {
    assertThat(Span.parse(text)).isEmpty();
  }
}
