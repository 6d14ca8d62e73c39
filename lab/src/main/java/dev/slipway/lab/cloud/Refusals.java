package dev.slipway.lab.cloud;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.ResourceId;
import java.util.Optional;

/** How the simulated cloud says no. */
final class Refusals {
  private Refusals() {}

  static ProviderException taken(ResourceId id) {
    return ProviderException.refused(diagnostic("SIM-TAKEN", "there is another " + id));
  }

  static ProviderException missing(ResourceId id) {
    return ProviderException.refused(diagnostic("SIM-MISSING", "there is no " + id));
  }

  static ProviderException refused(Operation operation, ResourceId id) {
    return ProviderException.refused(diagnostic("SIM-REFUSED", operation + " " + id));
  }

  static ProviderException passing(Operation operation, ResourceId id) {
    return ProviderException.passing(diagnostic("SIM-PASSING", operation + " " + id));
  }

  static ProviderException throttled(Operation operation, ResourceId id) {
    return new ProviderException(
        diagnostic("SIM-THROTTLED", operation + " " + id),
        ProviderException.Retry.THROTTLED,
        Optional.empty());
  }

  private static Diagnostic diagnostic(String code, String detail) {
    return Diagnostic.environment(code, "The simulated cloud refused", detail, "Ask again.");
  }
}
