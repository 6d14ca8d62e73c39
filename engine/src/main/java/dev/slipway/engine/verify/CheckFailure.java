package dev.slipway.engine.verify;

/** The system didn't do what a check asked of it: what was expected, what came, and what to do. */
public final class CheckFailure extends Exception {
  private final String fix;

  public CheckFailure(String message, String fix) {
    this(message, fix, null);
  }

  public CheckFailure(String message, String fix, Throwable cause) {
    super(message, cause);
    this.fix = fix;
  }

  /** What to do next, in full sentences. */
  public String fix() {
    return fix;
  }
}
