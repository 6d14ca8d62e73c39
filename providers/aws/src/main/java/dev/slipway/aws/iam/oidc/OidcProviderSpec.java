package dev.slipway.aws.iam.oidc;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Map;
import java.util.Objects;

/**
 * Lets IAM believe the tokens that a Kubernetes cluster signs for its service accounts. Attributes:
 * {@code arn}, {@code issuer}.
 *
 * @param issuer the cluster's issuer, as {@code https://…}
 * @param tags further tags
 */
public record OidcProviderSpec(Value<String> issuer, Map<String, String> tags) implements Spec {
  public static final String TYPE = "aws.iam-oidc-provider";

  public OidcProviderSpec {
    Objects.requireNonNull(issuer, "issuer");
    tags = Map.copyOf(tags);
  }
}
