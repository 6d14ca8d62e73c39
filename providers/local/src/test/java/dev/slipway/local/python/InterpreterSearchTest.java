package dev.slipway.local.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Diagnostic.Fault;
import dev.slipway.engine.provider.ProviderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterSearchTest {
  private static final PythonVersion MINIMUM = PythonVersion.parse("3.10");

  @TempDir Path machine;

  private Path first;
  private Path second;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void path() throws Exception {
    first = Files.createDirectories(machine.resolve("first"));
    second = Files.createDirectories(machine.resolve("second"));
    variables.put("PATH", first + ":" + second + ":/usr/bin:/bin");
  }

  @Test
  void takesPython3OfThePath() throws Exception {
    fake(second, "python3", "3.12.4");
    fake(second, "python3.13", "3.13.0");

    assertThat(find().executable()).isEqualTo(second.resolve("python3"));
    assertThat(find().version()).hasToString("3.12.4");
  }

  @Test
  void takesTheNewestOtherIfPython3IsTooOld() throws Exception {
    fake(first, "python3", "3.8.10");
    fake(second, "python3.11", "3.11.2");
    fake(second, "python3.13", "3.13.1");

    assertThat(find().version()).hasToString("3.13.1");
  }

  @Test
  void theVariableWinsOverThePath() throws Exception {
    fake(first, "python3", "3.12.4");
    variables.put("SLIPWAY_PYTHON", fake(machine.resolve("opt"), "mypython", "3.11.9").toString());

    assertThat(find().version()).hasToString("3.11.9");
  }

  @Test
  void namesTheProgramBehindAShim() throws Exception {
    Path real = fake(machine.resolve("versions"), "python3", "3.12.4");
    FakePython.script(first.resolve("python3"), "exec " + real + " \"$@\"\n");

    assertThat(find().executable()).isEqualTo(real);
  }

  @Test
  void saysWhenThereIsNoPython() {
    variables.put("PATH", first.toString());

    Diagnostic problem = problem();

    assertThat(problem.code()).isEqualTo("PYTHON-NOT-FOUND");
    assertThat(problem.fault()).isEqualTo(Fault.ENVIRONMENT);
    assertThat(problem.fix().lines()).contains("apt-get install python3 python3-venv");
  }

  @Test
  void saysWhichProgramsDoNotAnswerAsPythonDoes() throws Exception {
    variables.put("PATH", first.toString());
    Path shim = FakePython.script(first.resolve("python3"), "echo no version set >&2; exit 127\n");

    assertThat(problem().code()).isEqualTo("PYTHON-NOT-FOUND");
    assertThat(problem().detail()).contains(shim.toString());
  }

  @Test
  void saysThatTheVariableNamesNothing() {
    variables.put("SLIPWAY_PYTHON", machine.resolve("nothing").toString());

    assertThat(problem().detail())
        .contains("SLIPWAY_PYTHON", machine.resolve("nothing").toString());
  }

  @Test
  void listsWhatIsTooOldAndWhereItIs() throws Exception {
    onlyOurs();
    Path old = fake(first, "python3", "3.8.10");
    variables.put("SLIPWAY_PYTHON", "");

    Diagnostic problem = problem();

    assertThat(problem.code()).isEqualTo("PYTHON-TOO-OLD");
    assertThat(problem.detail()).contains("3.10 or newer", "3.8.10 at " + old);
  }

  @Test
  void tellsHowToGetTheVenvModule() throws Exception {
    onlyOurs();
    FakePython.answering(first, "python3", "3.11.2", true, false, "");

    Diagnostic problem = problem();

    assertThat(problem.code()).isEqualTo("PYTHON-WITHOUT-VENV");
    assertThat(problem.detail()).contains("3.11.2 at " + first.resolve("python3"));
    assertThat(problem.fix().lines()).contains("apt-get install python3-venv");
  }

  @Test
  void doesNotMissEnsurepipWherePipServesOtherEnvironments() throws Exception {
    onlyOurs();
    FakePython.answering(first, "python3", "3.11.2", true, false, "23.0.1");

    assertThat(find().pipServesOthers()).isTrue();
  }

  /** The system's own interpreters out of the way. */
  private void onlyOurs() {
    variables.put("PATH", first + ":" + second);
  }

  private Interpreter find() {
    return new InterpreterSearch(variables).find(MINIMUM);
  }

  private Diagnostic problem() {
    AtomicReference<Diagnostic> found = new AtomicReference<>();
    assertThatThrownBy(this::find)
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> {
              assertThat(problem.retry()).isEqualTo(ProviderException.Retry.NEVER);
              found.set(problem.first());
            });
    return found.get();
  }

  private static Path fake(Path folder, String name, String version) throws Exception {
    return FakePython.answering(folder, name, version, true, true, "24.0");
  }
}
