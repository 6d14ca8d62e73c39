package dev.slipway.engine.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One problem, told so that its reader can act on it.
 *
 * @param code stable identifier, upper case with dashes, for example {@code STACK-UNKNOWN-KEY};
 *     never reused for another problem
 * @param fault whose it is to mend
 * @param summary fixed short sentence for the code, without particulars and without a full stop
 * @param detail what is wrong here and why, in full sentences with the particulars
 * @param fix what to do next, in full sentences; a command to copy stands alone on its line
 * @param location where in a file the problem lies, if it lies in a file
 */
public record Diagnostic(
    String code,
    Fault fault,
    String summary,
    String detail,
    String fix,
    Optional<Location> location) {

  /** Whose a problem is to mend; decides the exit code. */
  public enum Fault {
    /** The user's mistake: a file, an option or an argument is wrong. */
    USER,
    /** The environment's refusal: a port in use, a registry that can't be reached, a full disk. */
    ENVIRONMENT,
    /** The system runs but was not proven, or its removal was not. */
    UNPROVEN,
    /** Our own bug. */
    BUG
  }

  /**
   * A place in a text file.
   *
   * @param file the file's path as the user gave it
   * @param line line number from 1
   * @param column column number from 1, in characters
   */
  public record Location(String file, int line, int column) {
    public Location {
      Objects.requireNonNull(file, "file");
      if (line < 1 || column < 1) {
        throw new IllegalArgumentException(
            "line and column count from 1, not " + line + ":" + column);
      }
    }

    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  public Diagnostic {
    if (!code.matches("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")) {
      throw new IllegalArgumentException("not a diagnostic code: " + code);
    }
    Objects.requireNonNull(fault, "fault");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(fix, "fix");
    Objects.requireNonNull(location, "location");
  }

  public static Diagnostic user(String code, String summary, String detail, String fix) {
    return new Diagnostic(code, Fault.USER, summary, detail, fix, Optional.empty());
  }

  public static Diagnostic environment(String code, String summary, String detail, String fix) {
    return new Diagnostic(code, Fault.ENVIRONMENT, summary, detail, fix, Optional.empty());
  }

  public static Diagnostic unproven(String code, String summary, String detail, String fix) {
    return new Diagnostic(code, Fault.UNPROVEN, summary, detail, fix, Optional.empty());
  }

  public static Diagnostic bug(String code, String summary, String detail) {
    return new Diagnostic(
        code,
        Fault.BUG,
        summary,
        detail,
        "This is a bug in Slipway. Please report it with this message.",
        Optional.empty());
  }

  public Diagnostic at(Location location) {
    return new Diagnostic(code, fault, summary, detail, fix, Optional.of(location));
  }

  /** This problem, thrown. */
  public DiagnosticException asException() {
    return new DiagnosticException(List.of(this));
  }

  /** This problem, thrown, with what caused it shown if {@code SLIPWAY_DEBUG} is set. */
  public DiagnosticException asException(Throwable cause) {
    DiagnosticException exception = new DiagnosticException(List.of(this));
    exception.initCause(cause);
    return exception;
  }
}
