package dev.slipway.aws.eks.addon;

import dev.slipway.engine.resource.Value;
import java.util.Objects;

/**
 * The role of a service account of an add-on, by pod identity.
 *
 * @param role ARN of a role that {@code pods.eks.amazonaws.com} can take on
 */
public record AddonIdentity(String serviceAccount, Value<String> role) {
  public AddonIdentity {
    Objects.requireNonNull(serviceAccount, "serviceAccount");
    Objects.requireNonNull(role, "role");
  }
}
