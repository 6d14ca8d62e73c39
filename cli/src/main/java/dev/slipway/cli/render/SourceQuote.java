package dev.slipway.cli.render;

import dev.slipway.cli.render.Style.Ink;
import dev.slipway.engine.diagnostic.Diagnostic.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line of a file that a problem lies in, with a mark under the place. */
record SourceQuote(Style style, Glyphs glyphs, int columns) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_./-]+");

  /** Nothing but the place if the file can't be read or has no such line. */
  List<String> of(Location location) {
    String number = Integer.toString(location.line());
    String margin = " ".repeat(number.length());
    String arrow = margin + style.paint(Ink.BLUE, " --> ") + Printable.line(location.toString());
    Optional<String> source = line(location);
    if (source.isEmpty()) {
      return List.of(arrow);
    }
    String bar = style.paint(Ink.BLUE, " |");
    String whole = Printable.lines(source.get()).stripTrailing();
    int at = Math.min(location.column() - 1, whole.length());
    int room = columns - number.length() - 4;
    int from = at < room * 2 / 3 ? 0 : at - room / 3;
    String shown = whole.substring(from);
    String lead = from == 0 ? "" : glyphs.ellipsis();
    int blanks = Width.of(lead) + Width.of(whole.substring(from, at));
    String mark = "^".repeat(Math.max(1, Math.min(marked(whole, at), room - blanks)));
    return List.of(
        arrow,
        " " + margin + bar,
        " "
            + style.paint(Ink.BLUE, number + " |")
            + " "
            + Width.fit(lead + shown, room, glyphs.ellipsis()),
        " " + margin + bar + " " + " ".repeat(blanks) + style.paint(Ink.BOLD_RED, mark));
  }

  private static int marked(String line, int at) {
    Matcher word = WORD.matcher(line).region(at, line.length());
    return word.lookingAt() ? Width.of(word.group()) : 1;
  }

  private static Optional<String> line(Location location) {
    try (BufferedReader reader =
        Files.newBufferedReader(Path.of(location.file()), StandardCharsets.UTF_8)) {
      return reader.lines().skip(location.line() - 1L).findFirst();
    } catch (IOException | UncheckedIOException | InvalidPathException | SecurityException _) {
      return Optional.empty();
    }
  }
}
