package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Diagnostic.Location;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.diagnostic.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The text of a stack file. */
final class StackFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_NEIGHBOURS = 1000;

  private StackFile() {}

  /**
   * @param starter command that writes a stack file
   * @throws DiagnosticException if the file isn't there, can't be read, is larger than 1 MiB, or
   *     isn't UTF-8
   */
  static String text(Path file, String starter) {
    if (Files.isDirectory(file)) {
      throw problem(
          StackProblem.NOT_A_FILE,
          "'" + file + "' is a folder.",
          "Give the path of the stack file in it.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return text(file, in.readNBytes(MOST_BYTES + 1));
    } catch (NoSuchFileException _) {
      throw problem(
          StackProblem.NO_FILE, "There is no file '" + file + "'.", neighbour(file, starter));
    } catch (AccessDeniedException _) {
      throw problem(
          StackProblem.UNREADABLE,
          "This user has no permission to read '" + file + "'.",
          "Give yourself the permission:\n  chmod u+r " + file);
    } catch (IOException e) {
      throw problem(
          StackProblem.UNREADABLE,
          "Reading '" + file + "' failed: " + e.getMessage() + ".",
          "Check the path and that the file can be read, then try again.");
    }
  }

  /**
   * See {@link #text(Path, String)}; {@code bytes} are what the file holds, or more than it may.
   */
  static String text(Path file, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw problem(
          StackProblem.TOO_LARGE,
          "'" + file + "' is larger than 1 MiB, which no stack file is.",
          "Check that this is the file you mean.");
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    boolean wrong = decoder.decode(in, out, true).isError();
    String text = out.flip().toString();
    if (wrong) {
      throw notUtf8(file, text, bytes, in.position()).asException();
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Diagnostic notUtf8(Path file, String before, byte[] bytes, int culprit) {
    int line = Math.toIntExact(before.chars().filter(c -> c == '\n').count()) + 1;
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
    return StackProblem.NOT_UTF8
        .diagnostic(
            "The byte 0x%02X is not UTF-8 here%s."
                .formatted(
                    bytes[culprit] & 0xFF,
                    startsAsUtf16(bytes) ? "; the file looks like UTF-16" : ""),
            "Save the file with the encoding UTF-8.")
        .at(new Location(file.toString(), line, column));
  }

  private static boolean startsAsUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }

  private static String neighbour(Path file, String starter) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    List<String> names = List.of();
    if (folder != null && Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        names =
            files
                .limit(MOST_NEIGHBOURS)
                .map(path -> path.getFileName().toString())
                .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                .sorted()
                .toList();
      } catch (IOException _) {
        // The folder can't be listed: then nothing in it can be suggested.
      }
    }
    Path name = file.getFileName();
    return (name == null ? Optional.<String>empty() : Nearest.to(name.toString(), names))
        .map(near -> "Did you mean '" + file.resolveSibling(near) + "'?")
        .orElse("Check the path, or write a stack file to start from:\n  " + starter);
  }

  private static DiagnosticException problem(StackProblem problem, String detail, String fix) {
    return problem.diagnostic(detail, fix).asException();
  }
}
