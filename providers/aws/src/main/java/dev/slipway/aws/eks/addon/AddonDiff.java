package dev.slipway.aws.eks.addon;

import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.eks.model.AddonStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How an add-on differs from its spec. */
final class AddonDiff {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AddonDiff() {}

  static Diff of(AddonSpec desired, AddonObserved observed) {
    Diff.Builder diff =
        Diff.builder()
            .immutable("cluster", observed.addon().clusterName(), desired.cluster())
            .immutable("name", observed.addon().addonName(), desired.name())
            .field(
                "configuration",
                configuration(Optional.ofNullable(observed.addon().configurationValues())),
                configuration(desired.configuration()))
            .field(
                "serviceAccountRole",
                observed.addon().serviceAccountRoleArn(),
                desired.serviceAccountRole())
            .field("identities", observed.identities(), identities(desired))
            .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags());
    if (desired.isVersionFixed()) {
      diff.field("version", observed.addon().addonVersion(), desired.version());
    }
    if (observed.addon().status() == AddonStatus.CREATE_FAILED) {
      diff.immutable("status", "CREATE_FAILED", "ACTIVE");
    }
    return diff.build();
  }

  private static Map<String, Value<String>> identities(AddonSpec spec) {
    Map<String, Value<String>> roles = new TreeMap<>();
    spec.identities().forEach(identity -> roles.put(identity.serviceAccount(), identity.role()));
    return roles;
  }

  /** By what it says, however it is written; none is the same as an empty one. */
  private static Object configuration(Optional<String> text) {
    try {
      return text.filter(some -> !some.isBlank())
          .map(some -> JSON.readValue(some, Object.class))
          .orElse(Map.of());
    } catch (JacksonException _) {
      return text.get();
    }
  }
}
