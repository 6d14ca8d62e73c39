package dev.slipway.engine.provider;

import dev.slipway.engine.secret.SecretStore;

/** What a handler is given with each call. */
public interface Call {
  /** The stack's name. */
  String stack();

  /**
   * The mark that every resource of this stack carries; unique to the stack, the same for its whole
   * life.
   */
  String owner();

  /** Idempotency token of this step: the same again when the step is repeated after a crash. */
  String token();

  /** The target's secret store. */
  SecretStore secrets();

  /** Tells the user what is going on in a long call; one short line. */
  void progress(String message);

  /**
   * Tells how far a long call is, from 0 to 1, with one short line.
   *
   * @param fraction share done, 0 to 1
   */
  void progress(double fraction, String message);

  /**
   * Whether the user asked to stop; a long call should then end soon, leaving what it did as it is.
   */
  boolean cancelled();
}
