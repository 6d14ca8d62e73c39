package dev.slipway.engine.verify;

import dev.slipway.engine.diagnostic.Diagnostic;
import java.time.Duration;

/** How one check went. */
public sealed interface CheckResult {
  String system();

  String check();

  /**
   * @param seen what was seen, in a few words
   */
  record Passed(String system, String check, String seen, Duration took) implements CheckResult {}

  record Failed(String system, String check, Diagnostic problem, Duration took)
      implements CheckResult {}

  /**
   * @param because why it wasn't run
   */
  record NotRun(String system, String check, String because) implements CheckResult {}
}
