package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic.Location;

/**
 * Where a value stands.
 *
 * @param path dotted path of keys; empty for the whole file
 * @param at of its key, or of itself if it has none
 */
record Spot(String path, Location at) {
  Spot key(String name, Location at) {
    return new Spot(path.isEmpty() ? Quoted.shown(name) : path + "." + Quoted.shown(name), at);
  }

  Spot element(int index, Location at) {
    return new Spot(path + "[" + index + "]", at);
  }

  /** For a message. */
  String name() {
    return path.isEmpty() ? "The stack file" : "'" + path + "'";
  }
}
