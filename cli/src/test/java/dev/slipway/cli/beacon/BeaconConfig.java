package dev.slipway.cli.beacon;

import dev.slipway.engine.stack.Key;
import java.util.Optional;

/** The {@code beacon:} section of a stack file. */
public record BeaconConfig(
    @Key(doc = "The port where it answers.", min = 1, max = 65535) int port,
    @Key(doc = "A folder with files that hold it back while they are there.")
        Optional<String> gates,
    @Key(doc = "Whether it ignores SIGTERM.", byDefault = "false") boolean stubborn,
    @Key(doc = "What goes wrong.", byDefault = "nothing") Fault fault) {

  /** What goes wrong. */
  public enum Fault {
    NOTHING,
    /** The blueprint throws. */
    BUILD,
    /** The first check says that it isn't proven. */
    PROOF,
    /** The first check throws. */
    CHECK
  }
}
