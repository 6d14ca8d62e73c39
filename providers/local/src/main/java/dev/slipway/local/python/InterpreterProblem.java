package dev.slipway.local.python;

import dev.slipway.engine.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Why no Python on this machine will do. */
final class InterpreterProblem {
  private static final String INSTALL =
      """
      On Debian and Ubuntu:
      apt-get install python3 python3-venv
      On macOS with Homebrew:
      brew install python
      """;
  private static final String POINT =
      "If there is one that Slipway does not see, name it in the variable "
          + InterpreterSearch.VARIABLE
          + ", for example:\nexport "
          + InterpreterSearch.VARIABLE
          + "=/usr/local/bin/python3";

  private InterpreterProblem() {}

  static Diagnostic none(PythonVersion minimum, List<Path> silent) {
    String looked =
        silent.isEmpty()
            ? "There is no python3 in any folder of the PATH."
            : "These programs in the folders of the PATH do not answer as Python does: %s."
                .formatted(silent.stream().map(Path::toString).collect(Collectors.joining(", ")));
    return Diagnostic.environment(
        "PYTHON-NOT-FOUND",
        "There is no Python",
        "Part of this stack runs on Python %s or newer. %s".formatted(shown(minimum), looked),
        "Install Python %s or newer, then run the same command again.\n%s%s"
            .formatted(shown(minimum), INSTALL, POINT));
  }

  static Diagnostic chosenUnusable(String chosen) {
    return Diagnostic.environment(
        "PYTHON-NOT-FOUND",
        "There is no Python",
        "The variable %s names %s, which is not there or does not answer as Python does."
            .formatted(InterpreterSearch.VARIABLE, chosen),
        "Name the path of a Python interpreter in it, or let Slipway look on the PATH:\nunset "
            + InterpreterSearch.VARIABLE);
  }

  static Diagnostic tooOld(PythonVersion minimum, List<Interpreter> found) {
    String list =
        found.stream()
            .map(python -> python.version() + " at " + python.executable())
            .distinct()
            .collect(Collectors.joining(", "));
    return Diagnostic.environment(
        "PYTHON-TOO-OLD",
        "Python is too old",
        "Part of this stack needs Python %s or newer; found %s.".formatted(shown(minimum), list),
        "Install Python %s or newer beside it, then run the same command again.\n%s%s"
            .formatted(shown(minimum), INSTALL, POINT));
  }

  static Diagnostic withoutVenv(Interpreter python) {
    return Diagnostic.environment(
        "PYTHON-WITHOUT-VENV",
        "Python can't make environments",
        "Python %s at %s lacks the modules venv and ensurepip (Debian and Ubuntu keep them in a"
                .formatted(python.version(), python.executable())
            + " package of their own), so it can't make an environment for the stack.",
        "Install them, then run the same command again. On Debian and Ubuntu:\n"
            + "apt-get install python3-venv\n"
            + POINT);
  }

  private static String shown(PythonVersion minimum) {
    return minimum.major() + "." + minimum.minor();
  }
}
