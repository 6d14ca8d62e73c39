package dev.slipway.engine.secret;

import dev.slipway.engine.resource.Value;
import java.util.Optional;

/** Where a target keeps its secrets: the only place where their plaintext rests. */
public interface SecretStore {
  /** Stores or replaces a secret and returns the reference to it that may be written down. */
  Value.Secret<String> put(String name, String plaintext);

  /** The reference to a secret with the fingerprint of what is stored now. */
  Optional<Value.Secret<String>> find(String name);

  /**
   * The plaintext.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if there is no such secret or it
   *     can't be read
   */
  String reveal(String name);

  /** Removes a secret; not an error if there is none. */
  void delete(String name);
}
