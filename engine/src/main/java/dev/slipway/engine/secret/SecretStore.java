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
   * The fingerprint that a secret would have, without storing it: to see whether a text that was
   * found somewhere is the secret. Empty if the store can't tell, for example since it holds
   * nothing yet.
   */
  default Optional<String> fingerprint(String name, String plaintext) {
    return Optional.empty();
  }

  /**
   * The plaintext.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if there is no such secret or it
   *     can't be read
   */
  String reveal(String name);

  /** Removes a secret; not an error if there is none. */
  void delete(String name);

  /** Removes every secret whose name begins so. */
  void deleteAll(String prefix);
}
