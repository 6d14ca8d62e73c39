package dev.slipway.aws.eks.nodegroup;

import dev.slipway.engine.resource.Value;
import java.util.Objects;

/**
 * The launch template of a group's machines.
 *
 * @param version a number, as text
 */
public record LaunchTemplate(Value<String> id, Value<String> version) {
  public LaunchTemplate {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
  }
}
