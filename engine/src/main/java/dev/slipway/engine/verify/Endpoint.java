package dev.slipway.engine.verify;

/** The running system as its user meets it: its outputs by name, with secrets in plaintext. */
public interface Endpoint {
  /**
   * The output's value; a sensitive one in plaintext, to be used and not kept.
   *
   * @throws IllegalArgumentException if the system has no such output
   */
  String output(String name);
}
