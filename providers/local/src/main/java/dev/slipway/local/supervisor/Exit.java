package dev.slipway.local.supervisor;

import java.time.Instant;
import java.util.Optional;

/**
 * How a process ended.
 *
 * @param code its exit code, 128 + n if signal n ended it; empty if nobody could see it (its
 *     supervisor wasn't its parent) or it never started
 * @param error why it couldn't be started, if it couldn't
 */
public record Exit(Optional<Integer> code, Optional<String> error, Instant at) {

  /** For example {@code exited with code 1}. */
  public String describe() {
    if (error.isPresent()) {
      return "could not be started (" + error.get() + ")";
    }
    if (code.isEmpty()) {
      return "ended";
    }
    int number = code.get() - 128;
    return code.get() > 128 && code.get() < 128 + 65
        ? "was ended by " + signal(number)
        : "exited with code " + code.get();
  }

  private static String signal(int number) {
    return switch (number) {
      case 1 -> "SIGHUP";
      case 2 -> "SIGINT";
      case 4 -> "SIGILL";
      case 6 -> "SIGABRT";
      case 7 -> "SIGBUS";
      case 8 -> "SIGFPE";
      case 9 -> "SIGKILL";
      case 11 -> "SIGSEGV";
      case 13 -> "SIGPIPE";
      case 15 -> "SIGTERM";
      default -> "signal " + number;
    };
  }
}
