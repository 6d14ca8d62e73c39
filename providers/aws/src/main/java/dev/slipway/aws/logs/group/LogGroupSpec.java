package dev.slipway.aws.logs.group;

import dev.slipway.engine.resource.Spec;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A log group of CloudWatch Logs. Attributes: {@code arn}, {@code name}.
 *
 * @param name unique in the account and region, for example {@code
 *     /aws/containerinsights/milvus/host}; up to 512 characters
 * @param retentionDays after how many days what was logged is deleted: 1, 3, 5, 7, 14, 30, 60, 90
 *     and some more; never if it is empty
 * @param tags further tags
 */
public record LogGroupSpec(String name, Optional<Integer> retentionDays, Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.log-group";

  public LogGroupSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(retentionDays, "retentionDays");
    tags = Map.copyOf(tags);
  }
}
