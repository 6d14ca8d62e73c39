package dev.slipway.aws.iam.policy;

import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.engine.resource.Spec;
import java.util.Map;
import java.util.Objects;

/**
 * A managed policy of the account. Attributes: {@code arn}, {@code name}.
 *
 * @param name unique in the account, up to 128 characters
 * @param document what it allows, up to 6,144 characters
 * @param tags further tags
 */
public record PolicySpec(String name, PolicyDocument document, Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.iam-policy";

  public PolicySpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(document, "document");
    tags = Map.copyOf(tags);
  }
}
