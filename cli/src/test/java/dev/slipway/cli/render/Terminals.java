package dev.slipway.cli.render;

/** Terminals of all kinds. */
final class Terminals {
  static final Terminal PLAIN = new Terminal(false, false, false, true, 100, 24);
  static final Terminal COLOURED = new Terminal(true, true, true, true, 100, 24);
  static final Terminal NARROW = new Terminal(true, true, false, true, 40, 24);
  static final Terminal ASCII = new Terminal(true, true, false, false, 100, 24);
  static final Terminal MOVING = new Terminal(true, true, false, true, 100, 24);

  private Terminals() {}
}
