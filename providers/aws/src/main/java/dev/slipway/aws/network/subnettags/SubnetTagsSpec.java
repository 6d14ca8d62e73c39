package dev.slipway.aws.network.subnettags;

import dev.slipway.engine.resource.Spec;
import java.util.Map;

/**
 * Tags that a subnet which isn't ours must carry, such as {@code kubernetes.io/role/elb}: those
 * that are missing are added, and taken away again when this is removed. Attribute: {@code subnet}.
 *
 * @param subnet the subnet's id
 * @param tags what it must carry
 */
public record SubnetTagsSpec(String subnet, Map<String, String> tags) implements Spec {
  public static final String TYPE = "aws.subnet-tags";

  public SubnetTagsSpec {
    tags = Map.copyOf(tags);
  }
}
