package dev.slipway.cli.command;

import dev.slipway.cli.Ui;
import dev.slipway.cli.Uis;
import dev.slipway.cli.render.Terminal.Colour;
import picocli.CommandLine.Option;

/** Options on how a command tells what it does. */
public final class UiOptions {
  @Option(
      names = "--json",
      description = "Print JSON lines for programs instead of text for people.")
  private boolean json;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Colours: auto, always or never. NO_COLOR in the environment means never.")
  private Colour color;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print only problems and the result.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print more: unchanged resources, every field.")
  private boolean verbose;

  /** Opens the form that was asked for. */
  Ui open() {
    return Uis.open(json, color, quiet, verbose);
  }

  boolean json() {
    return json;
  }
}
