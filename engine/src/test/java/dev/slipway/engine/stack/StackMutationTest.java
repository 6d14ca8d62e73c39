package dev.slipway.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.diagnostic.DiagnosticException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Spoils a good file in many ways: what comes of it is a stack or a diagnostic, nothing else. */
class StackMutationTest {
  private static final int CASES = 4000;
  private static final List<String> SNIPPETS =
      List.of(
          "\t",
          "\n",
          " ",
          "  ",
          ":",
          ": ",
          "- ",
          "[",
          "]",
          "{",
          "}",
          ",",
          "'",
          "\"",
          "|",
          ">",
          "&a ",
          "*a",
          "!",
          "!!str ",
          "#",
          "%",
          "@",
          "?",
          "? ",
          "~",
          "---\n",
          "...\n",
          "<<: ",
          "0",
          "-",
          ".",
          "e",
          "1",
          "true",
          "null",
          "é",
          "\uD83D\uDE00",
          "\u0000",
          "\u2028",
          "\uD800",
          "\\",
          "s",
          "milvus:\n",
          "name: b\n");

  private final String good =
      new StackFixture(Path.of("src/test/resources/stack/good-every-kind.yaml")).text();

  @Test
  void everySpoiltFileIsReadOrRefusedInGoodOrder() {
    StackReader reader = new StackReader(Systems.BLUEPRINTS, Systems.TARGETS);
    Random random = new Random(20261121);
    int read = 0;
    for (int i = 0; i < CASES; i++) {
      String text = spoil(random);
      try {
        Stack _ = reader.read("a.yaml", text);
        read++;
      } catch (DiagnosticException e) {
        assertThat(e.diagnostics()).allSatisfy(d -> assertThat(d.fix()).isNotBlank());
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("case " + i + ":\n" + text, e);
      }
    }
    assertThat(read).isBetween(CASES / 20, CASES * 19 / 20);
  }

  @Test
  void readerAndSchemaAgreeOnEverySpoiltFile() {
    SchemaAgreement agreement = new SchemaAgreement();
    Random random = new Random(1121);
    List<String> apart = new ArrayList<>();
    int judged = 0;
    for (int i = 0; i < CASES; i++) {
      String text = spoil(random);
      var verdicts = agreement.verdicts(text);
      judged += verdicts.isPresent() ? 1 : 0;
      verdicts.filter(found -> !found.agree()).ifPresent(found -> apart.add(text + "\n" + found));
    }
    assertThat(apart).isEmpty();
    assertThat(judged).isGreaterThan(CASES / 4);
  }

  private String spoil(Random random) {
    StringBuilder text = new StringBuilder(good);
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
        case 2 -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
        default -> text.setCharAt(at, (char) random.nextInt(0x250));
      }
    }
    return text.toString();
  }
}
