package dev.slipway.aws.network.routetable;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the traffic of some subnets goes. Attribute: {@code id}.
 *
 * @param vpc the VPC's id
 * @param routes beside the VPC's own
 * @param subnets the ids of those that it is for
 * @param tags further tags
 */
public record RouteTableSpec(
    Value<String> vpc, List<Route> routes, List<Value<String>> subnets, Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.route-table";

  public RouteTableSpec {
    Objects.requireNonNull(vpc, "vpc");
    routes = List.copyOf(routes);
    subnets = List.copyOf(subnets);
    tags = Map.copyOf(tags);
  }

  /**
   * One route.
   *
   * @param destination IPv4 addresses, for example {@code 0.0.0.0/0}
   * @param by what kind of gateway the traffic leaves by
   * @param gateway its id
   */
  public record Route(String destination, Gateway by, Value<String> gateway) {
    public Route {
      Objects.requireNonNull(destination, "destination");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(gateway, "gateway");
    }
  }

  /** The kinds of gateways. */
  public enum Gateway {
    /** An internet gateway. */
    INTERNET,
    /** A NAT gateway. */
    NAT
  }
}
