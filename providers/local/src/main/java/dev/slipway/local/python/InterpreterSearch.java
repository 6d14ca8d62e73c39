package dev.slipway.local.python;

import dev.slipway.engine.provider.ProviderException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an interpreter that will do: the one that the variable {@value #VARIABLE} names, and if it
 * isn't set, the first that does of {@code python3} and {@code python3.14} down to {@code
 * python3.10} on the path.
 */
final class InterpreterSearch {
  static final String VARIABLE = "SLIPWAY_PYTHON";

  private static final int NEWEST_MINOR = 14;
  private static final int OLDEST_MINOR = 10;

  private final Map<String, String> environment;

  /**
   * @param environment variables of the running command
   */
  InterpreterSearch(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * @throws ProviderException if there is none, or none that will do
   */
  Interpreter find(PythonVersion minimum) {
    List<Path> silent = new ArrayList<>();
    List<Interpreter> unfit = new ArrayList<>();
    for (Path program : candidates()) {
      Optional<Interpreter> interpreter = InterpreterProbe.ask(program, environment);
      if (interpreter.isEmpty()) {
        silent.add(program);
      } else if (interpreter.get().version().compareTo(minimum) >= 0
          && interpreter.get().makesEnvironments()) {
        return interpreter.get();
      } else {
        unfit.add(interpreter.get());
      }
    }
    Optional<Interpreter> withoutVenv =
        unfit.stream()
            .filter(interpreter -> interpreter.version().compareTo(minimum) >= 0)
            .findFirst();
    if (withoutVenv.isPresent()) {
      throw ProviderException.refused(InterpreterProblem.withoutVenv(withoutVenv.get()));
    }
    if (!unfit.isEmpty()) {
      throw ProviderException.refused(InterpreterProblem.tooOld(minimum, unfit));
    }
    throw ProviderException.refused(
        chosen().isPresent()
            ? InterpreterProblem.chosenUnusable(chosen().get())
            : InterpreterProblem.none(minimum, silent));
  }

  private Optional<String> chosen() {
    return Optional.ofNullable(environment.get(VARIABLE)).filter(value -> !value.isBlank());
  }

  private Set<Path> candidates() {
    Set<Path> candidates = new LinkedHashSet<>();
    if (chosen().isPresent()) {
      String chosen = chosen().get();
      if (chosen.indexOf(File.separatorChar) >= 0) {
        candidates.add(Path.of(chosen));
      } else {
        onPath(chosen).ifPresent(candidates::add);
      }
      return candidates;
    }
    onPath("python3").ifPresent(candidates::add);
    for (int minor = NEWEST_MINOR; minor >= OLDEST_MINOR; minor--) {
      onPath("python3." + minor).ifPresent(candidates::add);
    }
    return candidates;
  }

  private Optional<Path> onPath(String name) {
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (!folder.isEmpty()) {
        Path program = Path.of(folder).resolve(name);
        if (Files.isRegularFile(program) && Files.isExecutable(program)) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }
}
