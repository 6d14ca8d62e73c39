package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Condition;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Phrase;
import java.util.Optional;

/** What adds kinds to the API. */
final class ApiRules {
  private ApiRules() {}

  /**
   * A definition is current when its kind is served. Names that another definition has, a schema
   * that isn't structural and a protected group without approval need somebody to change it.
   */
  static Status definition(ApiObject live, Facts facts) {
    Optional<Condition> names = Condition.find(live, "NamesAccepted").filter(Condition::isFalse);
    if (names.isPresent()) {
      return Status.failed("its names are taken: " + Phrase.line(names.get().words()));
    }
    Optional<Condition> served = Condition.find(live, "Established");
    if (served.filter(Condition::isTrue).isPresent()) {
      return Status.CURRENT;
    }
    Optional<Condition> schema =
        Condition.find(live, "NonStructuralSchema").filter(Condition::isTrue);
    if (schema.isPresent()) {
      return Status.failed("its schema isn't structural: " + Phrase.line(schema.get().message()));
    }
    Optional<Condition> policy =
        Condition.find(live, "KubernetesAPIApprovalPolicyConformant").filter(Condition::isFalse);
    if (policy.isPresent()) {
      return Status.failed("its group is protected: " + Phrase.line(policy.get().message()));
    }
    return Status.inProgress(
        served
            .map(condition -> "its kind is not served yet: " + Phrase.line(condition.words()))
            .orElse("its kind is not served yet"));
  }

  /** The pods behind it may still come up, so it never fails by itself. */
  static Status service(ApiObject live, Facts facts) {
    Optional<Condition> available = Condition.find(live, "Available");
    return available.filter(Condition::isTrue).isPresent()
        ? Status.CURRENT
        : Status.inProgress(
            "its API is not available"
                + available.map(condition -> ": " + Phrase.line(condition.words())).orElse(" yet"));
  }
}
