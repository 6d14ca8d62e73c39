package dev.slipway.cli.render;

import java.util.List;

/**
 * The signs that output is made of, in Unicode or in ASCII.
 *
 * @param passed before what went well
 * @param failed before what failed
 * @param skipped before what wasn't done
 * @param forget before what is no longer managed
 * @param arrow between before and after
 * @param ellipsis where something is left out
 * @param full the done part of a bar
 * @param empty the open part of a bar
 * @param spinner the pictures of something that turns, in order
 */
record Glyphs(
    String passed,
    String failed,
    String skipped,
    String forget,
    String arrow,
    String ellipsis,
    String full,
    String empty,
    String mask,
    List<String> spinner) {
  private static final Glyphs UNICODE =
      new Glyphs(
          "✓",
          "✗",
          "–",
          "○",
          "→",
          "…",
          "█",
          "░",
          "••••••••",
          List.of("⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"));
  private static final Glyphs ASCII =
      new Glyphs(
          "ok", "XX", "--", ".", "->", "...", "#", ".", "********", List.of("|", "/", "-", "\\"));

  static Glyphs of(Terminal terminal) {
    return terminal.unicode() ? UNICODE : ASCII;
  }

  /** The text with our own signs in it put into this form; names and values stay as they are. */
  String plain(String text) {
    return this.equals(UNICODE)
        ? text
        : text.replace("→", "->")
            .replace("…", "...")
            .replace("–", "-")
            .replace("—", "-")
            .replace("’", "'")
            .replace("“", "\"")
            .replace("”", "\"")
            .replace("×", "x");
  }
}
