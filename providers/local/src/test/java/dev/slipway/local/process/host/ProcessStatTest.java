package dev.slipway.local.process.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessStatTest {
  @Test
  void readsPastProgramNamesWithBlanksAndParentheses() {
    String line =
        "42 (a) S 1 (b) S 7 42 42 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 98765 1000 20 18446744";

    assertThat(ProcessStat.parse(line)).isEqualTo(new ProcessStat('S', 7, 98765));
  }
}
