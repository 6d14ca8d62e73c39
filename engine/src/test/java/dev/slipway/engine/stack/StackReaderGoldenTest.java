package dev.slipway.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StackReaderGoldenTest {
  static List<StackFixture> fixtures() {
    return StackFixture.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void readsEveryFixtureAsExpected(StackFixture fixture) throws IOException {
    assertThat(fixture.outcome()).isEqualTo(fixture.expected());
  }
}
