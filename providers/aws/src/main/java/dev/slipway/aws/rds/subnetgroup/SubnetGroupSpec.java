package dev.slipway.aws.rds.subnetgroup;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The subnets that databases may be in. Attributes: {@code name}, {@code arn}.
 *
 * @param name unique in the account and region; lower-case letters, digits, {@code .}, {@code _}
 *     and {@code -}, up to 255 characters, not {@code default}
 * @param description in words
 * @param subnets ids, of at least two availability zones
 * @param tags further tags
 */
public record SubnetGroupSpec(
    String name, String description, List<Value<String>> subnets, Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.rds-subnet-group";

  public SubnetGroupSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    subnets = List.copyOf(subnets);
    tags = Map.copyOf(tags);
  }
}
