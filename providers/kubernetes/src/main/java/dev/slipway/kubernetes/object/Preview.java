package dev.slipway.kubernetes.object;

import dev.slipway.engine.diagnostic.Diagnostic;
import java.util.Optional;

/** What the server says an update to a spec would come to: the outcome of a dry run. */
sealed interface Preview {
  /** What was tried. */
  ObjectSpec spec();

  /**
   * The server would do it.
   *
   * @param result the object then, with markers in the place of secrets; of a Secret without its
   *     data
   * @param replaced the object if the spec were all that is asked for: tells which fields that our
   *     manager drops in a takeover come back as defaults; empty where none are, or the server
   *     won't tell
   */
  record Accepted(ObjectSpec spec, ApiObject result, Optional<ApiObject> replaced)
      implements Preview {
    @Override
    public String toString() {
      return "Accepted[" + spec.key() + "]";
    }
  }

  /** The server would refuse. */
  record Refused(ObjectSpec spec, Diagnostic why) implements Preview {}
}
