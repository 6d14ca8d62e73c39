package dev.slipway.kubernetes.object;

import dev.slipway.engine.diagnostic.Diagnostic;

/** What the server says an update to a spec would come to: the outcome of a dry run. */
sealed interface Preview {
  /** What was tried. */
  ObjectSpec spec();

  /**
   * The server would do it.
   *
   * @param result the object then, with markers in the place of secrets; of a Secret without its
   *     data
   */
  record Accepted(ObjectSpec spec, ApiObject result) implements Preview {
    @Override
    public String toString() {
      return "Accepted[" + spec.key() + "]";
    }
  }

  /** The server would refuse. */
  record Refused(ObjectSpec spec, Diagnostic why) implements Preview {}
}
