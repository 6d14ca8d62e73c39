package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class MainTest {
  @Test
  void everyCommandIsCalledByItsOwnName() {
    assertThat(Main.COMMANDS)
        .isNotEmpty()
        .allSatisfy(
            (name, type) -> assertThat(type.getAnnotation(Command.class).name()).isEqualTo(name));
  }

  @Test
  void aCommandThatIsReadAloneKnowsItsHelpAndTheOthersAreKnownWithoutOne() {
    Catalogue catalogue = Catalogue.all();
    assertThat(Main.run(catalogue, "plan", "--help")).isZero();
    assertThat(Main.run(catalogue, "--help")).isZero();
    assertThat(Main.run(catalogue, "plan", "--no-such-option")).isEqualTo(2);
    assertThat(Main.run(catalogue, "plann")).isEqualTo(2);
  }
}
