package dev.slipway.aws.iam.instanceprofile;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Map;
import java.util.Objects;

/**
 * What gives a role to EC2 instances. Attributes: {@code arn}, {@code name}, {@code id}.
 *
 * @param name unique in the account, up to 128 characters
 * @param role the role's name
 * @param tags further tags
 */
public record InstanceProfileSpec(String name, Value<String> role, Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.iam-instance-profile";

  public InstanceProfileSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    tags = Map.copyOf(tags);
  }
}
