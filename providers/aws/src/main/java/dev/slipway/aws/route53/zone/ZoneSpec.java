package dev.slipway.aws.route53.zone;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A hosted zone. Attributes: {@code id}, {@code name}, {@code nameServers}, a list that only a
 * public zone has.
 *
 * @param name the domain, for example {@code example.org}
 * @param comment up to 256 characters
 * @param vpc id of the VPC in which alone its names are known; without it the zone is public
 * @param tags further tags
 */
public record ZoneSpec(
    String name, String comment, Optional<Value<String>> vpc, Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.route53-zone";

  public ZoneSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(comment, "comment");
    Objects.requireNonNull(vpc, "vpc");
    tags = Map.copyOf(tags);
  }
}
