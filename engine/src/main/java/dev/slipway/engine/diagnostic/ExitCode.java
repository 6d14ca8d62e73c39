package dev.slipway.engine.diagnostic;

import java.util.Collection;

/** How a command ended, as its process tells it. */
public enum ExitCode {
  /** Done, and proven where proof was asked for. */
  OK(0),
  /** The user's mistake: mend the file, option or argument. */
  USER(2),
  /** The environment's refusal: something outside Slipway said no. */
  ENVIRONMENT(3),
  /** It runs but was not proven, or its removal was not. */
  UNPROVEN(4),
  /** Our bug ({@code EX_SOFTWARE} of sysexits.h). */
  BUG(70),
  /** Stopped by Ctrl-C in good order (128 + SIGINT); after SIGTERM it is 143 (128 + SIGTERM). */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /**
   * The code for a set of problems: our bug outweighs the user's mistake, which outweighs the rest.
   */
  public static ExitCode of(Collection<Diagnostic> diagnostics) {
    ExitCode worst = OK;
    for (Diagnostic diagnostic : diagnostics) {
      ExitCode code =
          switch (diagnostic.fault()) {
            case BUG -> BUG;
            case USER -> USER;
            case ENVIRONMENT -> ENVIRONMENT;
            case UNPROVEN -> UNPROVEN;
          };
      if (worst == OK || weight(code) > weight(worst)) {
        worst = code;
      }
    }
    return worst;
  }

  private static int weight(ExitCode code) {
    return switch (code) {
      case OK -> 0;
      case UNPROVEN -> 1;
      case ENVIRONMENT -> 2;
      case USER -> 3;
      case INTERRUPTED -> 4;
      case BUG -> 5;
    };
  }
}
