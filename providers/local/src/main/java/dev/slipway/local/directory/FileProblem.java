package dev.slipway.local.directory;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** Tells what it means that the file system refused something. */
public final class FileProblem {
  private FileProblem() {}

  /**
   * The refusal, to be thrown.
   *
   * @param doing what was being done, for example {@code make the folder}
   */
  public static ProviderException refused(String doing, Path path, IOException failure) {
    ProviderException exception = ProviderException.refused(diagnostic(doing, path, failure));
    exception.initCause(failure);
    return exception;
  }

  /** The refusal as a problem. */
  public static Diagnostic diagnostic(String doing, Path path, IOException failure) {
    String what = "Slipway could not " + doing + " " + path + ": " + reason(failure) + ".";
    if (isDiskFull(failure)) {
      return Diagnostic.environment(
          "FILE-DISK-FULL",
          "The disk is full",
          what,
          "Free space on the disk that holds it, then run the same command again.");
    }
    if (failure instanceof AccessDeniedException) {
      return Diagnostic.environment(
          "FILE-ACCESS-DENIED",
          "The operating system denies access to a file",
          what,
          "Give your user the right to write there, or put the stack file in a folder of your own,"
              + " then run the same command again.");
    }
    return Diagnostic.environment(
        "FILE-NOT-USABLE",
        "A file or folder can't be used",
        what,
        "Look at that path, mend what keeps Slipway from using it, then run the same command"
            + " again.");
  }

  private static boolean isDiskFull(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("No space left") || message.contains("Disk quota exceeded");
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied";
      case java.nio.file.FileAlreadyExistsException e -> e.getFile() + " is not a folder";
      case java.nio.file.FileSystemException e when e.getReason() != null -> e.getReason();
      default -> String.valueOf(failure.getMessage());
    };
  }
}
