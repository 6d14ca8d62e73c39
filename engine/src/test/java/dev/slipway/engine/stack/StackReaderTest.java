package dev.slipway.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.diagnostic.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackReaderTest {
  private final StackReader reader = new StackReader(Systems.BLUEPRINTS, Systems.TARGETS);

  @TempDir Path folder;

  @Test
  void keepsTheOrderOfTheFileAndThePlaceOfEachSystem() {
    Stack stack = reader.read("a.yaml", "sampler:\nname: a\nmilvus:\ntarget: local\n");

    assertThat(stack.systems()).extracting(StackSystem::name).containsExactly("sampler", "milvus");
    assertThat(stack.systems().get(1).location()).hasToString("Optional[a.yaml:3:1]");
    assertThat(stack.file()).isEqualTo(Path.of("a.yaml"));
  }

  @Test
  void looksOnlyAtTheSystemsThatTheFileNames() {
    List<Blueprint<?>> blueprints = new ArrayList<>(Systems.BLUEPRINTS);
    blueprints.add(new Systems.Plain<>("broken", "Can't be bound.", Unbound.class));
    StackReader broken = new StackReader(blueprints, Systems.TARGETS);

    assertThat(broken.read("a.yaml", "name: a\ntarget: local\nmilvus:\n").systems()).hasSize(1);
    assertThatThrownBy(() -> broken.read("a.yaml", "name: a\ntarget: local\n\"br\\x6fken\":\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no @Key");
  }

  record Unbound(String key) {}

  @Test
  void suggestsTheFileThatWasMeant() throws IOException {
    Files.writeString(folder.resolve("quickstart.yaml"), "");

    Diagnostic problem = problem(folder.resolve("quickstat.yaml"));

    assertThat(problem.code()).isEqualTo("STACK-NO-FILE");
    assertThat(problem.fix()).contains(folder.resolve("quickstart.yaml").toString());
  }

  @Test
  void tellsHowToStartWhenThereIsNoFileAtAll() {
    Diagnostic problem = problem(folder.resolve("none/stack.yaml"));

    assertThat(problem.code()).isEqualTo("STACK-NO-FILE");
    assertThat(problem.fix()).contains("\n  slipway init milvus");
  }

  @Test
  void refusesAFolder() {
    assertThat(problem(folder).code()).isEqualTo("STACK-NOT-A-FILE");
  }

  @Test
  void tellsWhyReadingFailed() throws IOException {
    Path file = Files.writeString(folder.resolve("stack.yaml"), "name: a\n");

    Diagnostic problem = problem(file.resolve("inner.yaml"));

    assertThat(problem.code()).isEqualTo("STACK-UNREADABLE");
    assertThat(problem.detail()).contains("Not a directory");
  }

  @Test
  void refusesAFileOfMoreThanOneMebibyte() throws IOException {
    Path file = Files.writeString(folder.resolve("stack.yaml"), "#".repeat((1 << 20) + 1));

    assertThat(problem(file).code()).isEqualTo("STACK-TOO-LARGE");
  }

  @Test
  void readsAFileOfOneMebibyte() throws IOException {
    String text = "name: a\ntarget: local\nmilvus:\n";
    Path file =
        Files.writeString(
            folder.resolve("stack.yaml"), text + "#".repeat((1 << 20) - text.length()));

    assertThat(reader.read(file).name()).isEqualTo("a");
  }

  @Test
  void survivesALargeFileOfNothingButBrackets() {
    Diagnostic problem = problem("[".repeat(1 << 20));

    assertThat(problem.code()).isEqualTo("STACK-TOO-DEEP");
  }

  @Test
  void namesNothingNearForAVeryLongKey() {
    Diagnostic problem = problem("name: a\ntarget: local\n? " + "m".repeat(500_000) + "\n: x\n");

    assertThat(problem.code()).isEqualTo("STACK-UNKNOWN-SYSTEM");
    assertThat(problem.detail()).hasSizeLessThan(200);
    assertThat(problem.fix()).contains("milvus, sampler, mlops");
  }

  @Test
  void neverPutsAControlCharacterOfTheFileIntoAMessage() {
    Diagnostic problem = problem("name: a\ntarget: \"\\e[31mred\\u202e\"\nmilvus:\n");

    assertThat(problem.detail()).contains("\\u001b[31mred\\u202e").doesNotContain("\u001b");
  }

  @Test
  void blamesTheUser() {
    DiagnosticException problems =
        catchThrowableOfType(
            DiagnosticException.class, () -> reader.read("a.yaml", "name: 1\ntarget: 2\n"));

    assertThat(problems.diagnostics()).hasSize(3);
    assertThat(ExitCode.of(problems.diagnostics())).isEqualTo(ExitCode.USER);
  }

  private Diagnostic problem(Path file) {
    return catchThrowableOfType(DiagnosticException.class, () -> reader.read(file)).first();
  }

  private Diagnostic problem(String text) {
    return catchThrowableOfType(DiagnosticException.class, () -> reader.read("a.yaml", text))
        .first();
  }
}
