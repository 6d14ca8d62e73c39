package dev.slipway.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.render.Terminal.Colour;
import dev.slipway.cli.render.Terminal.Stream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "en_US.UTF-8"));
  private final Map<String, String> properties =
      new HashMap<>(Map.of("slipway.stdout.tty", "true"));

  @Test
  void coloursComeWithATerminalOnly() {
    assertThat(at(Colour.AUTO).colour()).isTrue();
    properties.put("slipway.stdout.tty", "false");
    assertThat(at(Colour.AUTO).colour()).isFalse();
    assertThat(at(Colour.ALWAYS).colour()).isTrue();
  }

  @Test
  void noColorOutweighsForceAndTheOptionOutweighsBoth() {
    environment.put("NO_COLOR", "1");
    environment.put("CLICOLOR_FORCE", "1");
    assertThat(at(Colour.AUTO).colour()).isFalse();
    assertThat(at(Colour.ALWAYS).colour()).isTrue();
    environment.put("NO_COLOR", "");
    properties.put("slipway.stdout.tty", "false");
    assertThat(at(Colour.AUTO).colour()).isTrue();
    assertThat(at(Colour.NEVER).colour()).isFalse();
  }

  @Test
  void dumbTerminalNeitherMovesNorColours() {
    environment.put("TERM", "dumb");
    assertThat(at(Colour.AUTO).tty()).isTrue();
    assertThat(at(Colour.AUTO).movable()).isFalse();
    assertThat(at(Colour.AUTO).colour()).isFalse();
  }

  @Test
  void localeDecidesOnUnicode() {
    assertThat(at(Colour.AUTO).unicode()).isTrue();
    environment.put("LC_ALL", "C");
    assertThat(at(Colour.AUTO).unicode()).isFalse();
    environment.put("LC_ALL", "");
    environment.put("LC_CTYPE", "C.utf8");
    assertThat(at(Colour.AUTO).unicode()).isTrue();
    environment.clear();
    assertThat(at(Colour.AUTO).unicode()).isFalse();
  }

  @Test
  void sizeComesFromTheLauncherThenTheEnvironmentThenTheUsual() {
    assertThat(at(Colour.AUTO).columns()).isEqualTo(80);
    environment.put("COLUMNS", "120");
    assertThat(at(Colour.AUTO).columns()).isEqualTo(120);
    properties.put("slipway.columns", "66");
    assertThat(at(Colour.AUTO).columns()).isEqualTo(66);
    properties.put("slipway.columns", "0");
    environment.put("COLUMNS", "much");
    assertThat(at(Colour.AUTO).columns()).isEqualTo(80);
  }

  @Test
  void consoleIsAskedOnlyIfTheLauncherDidNotTell() {
    properties.clear();
    assertThat(
            Terminal.of(Stream.STDERR, Colour.AUTO, environment::get, properties::get, () -> true)
                .tty())
        .isTrue();
    properties.put("slipway.stderr.tty", "false");
    assertThat(
            Terminal.of(Stream.STDERR, Colour.AUTO, environment::get, properties::get, () -> true)
                .tty())
        .isFalse();
  }

  private Terminal at(Colour colour) {
    return Terminal.of(Stream.STDOUT, colour, environment::get, properties::get, () -> false);
  }
}
