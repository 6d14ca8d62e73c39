package dev.slipway.kubernetes.object;

import java.util.Optional;

/** Tells whether a text is a secret's plaintext, by the target's keyed hash. */
@FunctionalInterface
interface Fingerprint {
  /** The fingerprint that a secret of this name and plaintext has; empty if it can't be told. */
  Optional<String> of(String name, String plaintext);
}
