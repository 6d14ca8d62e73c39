package dev.slipway.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Diagnostic.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
  private static final String FILE = "src/test/resources/stack-with-mistakes.yaml";
  private static final Diagnostic UNKNOWN_KEY =
      Diagnostic.user(
              "STACK-UNKNOWN-KEY",
              "Unknown key",
              "There is no key 'milvsu' in systems. Systems that Slipway knows on the target local:"
                  + " milvus. What the file says under a key that nobody reads would silently have"
                  + " no effect, so it is an error.",
              "Did you mean 'milvus'? Every key is described by:\n"
                  + "  slipway schema >"
                  + " a-file-with-a-very-long-name-so-that-the-line-is-wider-than-the-terminal.json\n"
                  + "It can be given to an editor too.")
          .at(new Location(FILE, 4, 3));
  private static final Diagnostic FAR_RIGHT =
      Diagnostic.user(
              "STACK-BAD-VALUE", "The value doesn't fit", "The port is 99999.", "Use 1 to 65535.")
          .at(new Location(FILE, 6, 139));

  @Test
  void problemQuotesItsPlace() {
    Golden.check("problem", text(Terminals.PLAIN, UNKNOWN_KEY));
    Golden.check("problem-coloured", text(Terminals.COLOURED, UNKNOWN_KEY));
  }

  @Test
  void narrowTerminalWrapsSentencesButNoCommand() {
    String text = text(Terminals.NARROW, UNKNOWN_KEY, FAR_RIGHT);

    Golden.check("problem-narrow", text);
    assertThat(text.lines().filter(line -> !line.matches(".*(slipway schema|-->|error\\[).*")))
        .allMatch(line -> Width.of(line) <= 40);
  }

  @Test
  void severalProblemsAreAllToldAndCounted() {
    Diagnostic bug =
        Diagnostic.bug("APPLY-BUG", "A step failed in a way that it never should", "It broke.");

    String text = text(Terminals.PLAIN, UNKNOWN_KEY, FAR_RIGHT, Events.TIMEOUT, bug);

    Golden.check("problems", text);
    assertThat(text).endsWith("4 problems.\n");
    assertThat(text).contains("bug in Slipway[APPLY-BUG]:");
  }

  @Test
  void asciiTerminalGetsNothingElse() {
    Diagnostic arrows = Diagnostic.user("STACK-ARROW", "a → b", "from → to…", "Don’t.");

    assertThat(text(Terminals.ASCII, arrows))
        .isEqualTo("error[STACK-ARROW]: a -> b\n  from -> to...\nhelp: Don't.\n");
  }

  @Test
  void placeThatCannotBeReadIsStillNamed() {
    for (Location at :
        List.of(
            new Location("no-such-file.yaml", 4, 3),
            new Location(FILE, 4000, 1),
            new Location("src/test", 1, 1),
            new Location("a\u0000b", 1, 1))) {
      assertThat(text(Terminals.PLAIN, Events.TIMEOUT.at(at)))
          .contains(
              "--> " + at.file().replace("\u0000", "") + ":" + at.line() + ":" + at.column() + "\n")
          .doesNotContain("|");
    }
  }

  @Test
  void placeBehindTheLinesEndIsMarkedThere() {
    assertThat(text(Terminals.PLAIN, FAR_RIGHT.at(new Location(FILE, 2, 400))))
        .contains(" 2 | target: local\n   |              ^\n");
  }

  @Test
  void wideAndTabbedCharactersDontMoveTheMark() {
    assertThat(text(Terminals.PLAIN, FAR_RIGHT.at(new Location(FILE, 7, 12))))
        .contains(" 7 |   向量 : [ x y ]\n   |              ^\n");
  }

  @Test
  void noticeIsAWarning() {
    assertThat(new DiagnosticText(Terminals.PLAIN).notice(Events.TIMEOUT))
        .startsWith("warning[APPLY-TIMEOUT]: A resource was made");
  }

  @Test
  void noProblemIsNoText() {
    assertThat(text(Terminals.PLAIN)).isEmpty();
  }

  private static String text(Terminal terminal, Diagnostic... problems) {
    return new DiagnosticText(terminal).problems(List.of(problems));
  }
}
