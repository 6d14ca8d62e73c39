package dev.slipway.local.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a Python interpreter what it is; runs on every version of Python, also on Python 2. */
final class InterpreterProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String QUESTIONS =
      """
      import sys
      w = sys.stdout.write
      w('executable=%s\\n' % sys.executable.replace('\\\\', '\\\\\\\\'))
      w('version=%d.%d.%d\\n' % sys.version_info[:3])
      from importlib.util import find_spec
      w('venv=%s\\n' % (find_spec('venv') is not None))
      w('ensurepip=%s\\n' % (find_spec('ensurepip') is not None))
      import sysconfig
      w('platform=%s\\n' % sysconfig.get_platform())
      if find_spec('pip') is not None:
          import pip
          w('pip=%s\\n' % pip.__version__)
      """;

  private InterpreterProbe() {}

  /**
   * @param environment variables of the new process, all of them
   * @return empty if the program can't be run or doesn't answer as Python does
   */
  static Optional<Interpreter> ask(Path program, Map<String, String> environment) {
    return output(List.of(program.toString(), "-E", "-s", "-c", QUESTIONS), environment)
        .flatMap(InterpreterProbe::parse);
  }

  /** The version that a program of an environment runs as; empty if it doesn't run. */
  static Optional<PythonVersion> version(Path program, Map<String, String> environment) {
    String question = "import sys; print('%d.%d.%d' % sys.version_info[:3])";
    return output(List.of(program.toString(), "-I", "-S", "-c", question), environment)
        .filter(answer -> answer.strip().matches("\\d+\\.\\d+\\.\\d+"))
        .map(PythonVersion::parse);
  }

  private static Optional<Interpreter> parse(String answer) {
    Properties told = new Properties();
    try {
      told.load(new java.io.StringReader(answer));
      if (told.getProperty("version") == null || told.getProperty("executable", "").isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Interpreter(
              Path.of(told.getProperty("executable")),
              PythonVersion.parse(told.getProperty("version")),
              told.getProperty("venv", "").equals("True"),
              told.getProperty("ensurepip", "").equals("True"),
              told.getProperty("pip", ""),
              told.getProperty("platform", "")));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> output(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException _) {
      return Optional.empty();
    }
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread.startVirtualThread(() -> answer.complete(read(process)));
    try {
      return Optional.of(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (TimeoutException | ExecutionException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }

  private static String read(Process process) {
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }
}
