package dev.slipway.aws.network.securitygroup;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What may reach, and be reached by, what is in the group. Attributes: {@code id}, {@code name}.
 *
 * @param vpc the VPC's id
 * @param name unique in the VPC
 * @param description AWS wants one, and never changes it
 * @param ingress who may reach it
 * @param egress whom it may reach
 * @param tags further tags
 */
public record SecurityGroupSpec(
    Value<String> vpc,
    String name,
    String description,
    List<Rule> ingress,
    List<Rule> egress,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.security-group";

  public SecurityGroupSpec {
    Objects.requireNonNull(vpc, "vpc");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
    tags = Map.copyOf(tags);
  }

  /**
   * One rule.
   *
   * @param protocol {@code tcp}, {@code udp}, {@code icmp}, or {@code -1} for all
   * @param from lowest port, -1 for all
   * @param to highest port, -1 for all
   * @param peer IPv4 addresses, for example {@code 10.0.0.0/16}, or the id of a security group
   */
  public record Rule(String protocol, int from, int to, Value<String> peer) {
    /** Everybody, by everything. */
    public static final Rule ANYWHERE = new Rule("-1", -1, -1, Value.of("0.0.0.0/0"));

    public Rule {
      Objects.requireNonNull(protocol, "protocol");
      Objects.requireNonNull(peer, "peer");
    }

    /** A TCP port. */
    public static Rule tcp(int port, Value<String> peer) {
      return new Rule("tcp", port, port, peer);
    }

    /** The rule in a line, if its peer is known. */
    String line() {
      String ports = from < 0 ? "" : from == to ? " " + from : " " + from + "-" + to;
      return (protocol.equals("-1") ? "all" : protocol) + ports + " " + peer.get();
    }
  }
}
