package dev.slipway.aws.network.elasticip;

import dev.slipway.engine.resource.Spec;
import java.util.Map;

/**
 * A public IPv4 address that stays. Attributes: {@code id} (of its allocation), {@code address}.
 *
 * @param tags further tags
 */
public record ElasticIpSpec(Map<String, String> tags) implements Spec {
  public static final String TYPE = "aws.elastic-ip";

  public ElasticIpSpec {
    tags = Map.copyOf(tags);
  }
}
