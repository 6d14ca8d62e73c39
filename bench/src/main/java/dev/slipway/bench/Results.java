package dev.slipway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file in which the figures stand, a part for each suite between its markers. */
public final class Results {
  private Results() {}

  /** Puts a suite's lines in the place of those that stand there. */
  public static void write(Path file, String suite, List<String> lines) throws IOException {
    String begin = "<!-- " + suite + ":begin -->";
    String end = "<!-- " + suite + ":end -->";
    String text = Files.exists(file) ? Files.readString(file) : "# Results\n";
    if (!text.contains(begin)) {
      text = text.stripTrailing() + "\n\n" + begin + "\n" + end + "\n";
    }
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end, from);
    Files.writeString(
        file,
        text.substring(0, from) + "\n" + String.join("\n", lines) + "\n" + text.substring(to));
  }
}
