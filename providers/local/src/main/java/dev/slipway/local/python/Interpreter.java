package dev.slipway.local.python;

import java.nio.file.Path;

/**
 * A Python interpreter as it describes itself.
 *
 * @param executable the program itself, not a shim that finds it
 * @param venv whether it has the module that makes environments
 * @param ensurepip whether it can put pip into an environment
 * @param pip version of its own pip; empty text if it has none
 * @param platform what packages it takes, for example {@code linux-x86_64}
 */
record Interpreter(
    Path executable,
    PythonVersion version,
    boolean venv,
    boolean ensurepip,
    String pip,
    String platform) {
  private static final PythonVersion FIRST_PIP_FOR_OTHERS = new PythonVersion(22, 3, 0);

  /** Whether its own pip can install into an environment without pip, which saves seconds. */
  boolean pipServesOthers() {
    return !pip.isEmpty() && PythonVersion.parse(pip).compareTo(FIRST_PIP_FOR_OTHERS) >= 0;
  }

  /** Whether it can make an environment with packages in it. */
  boolean makesEnvironments() {
    return venv && (ensurepip || pipServesOthers());
  }
}
