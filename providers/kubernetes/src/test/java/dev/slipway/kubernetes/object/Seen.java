package dev.slipway.kubernetes.object;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.kubernetes.schema.BundledSchemas;
import dev.slipway.kubernetes.schema.Schemas;
import dev.slipway.kubernetes.status.Evidence;
import dev.slipway.lab.cloud.Vault;
import java.util.Map;
import java.util.Optional;

/** Live objects as they would have been seen, and how they differ from a spec. */
final class Seen {
  static final Schemas SCHEMAS = BundledSchemas.of("1.34");

  private Seen() {}

  static ObservedObject live(String yaml) {
    return live(Trees.of(yaml), new Vault(), Optional.empty());
  }

  static ObservedObject live(ApiObject live, Vault vault, Optional<ObjectSpec> spec) {
    return new ObservedObject(
        live,
        Evidence.NONE,
        Optional.empty(),
        Ownership.OURS,
        Map.of(),
        SecretSight.of(spec, vault),
        Optional.empty());
  }

  static Diff diff(ObjectSpec spec, ObservedObject seen) {
    return new ObjectDiff(spec, seen, SCHEMAS).changesThatCanBe(false);
  }

  static Diff diff(String wanted, String live) {
    return diff(Trees.spec(wanted), live(live));
  }
}
