package dev.slipway.aws.foundation;

import dev.slipway.aws.network.Cidr;
import dev.slipway.engine.stack.Key;
import java.util.List;
import java.util.Optional;

/**
 * The {@code network:} section of the target {@code eks}.
 *
 * @param cidr of a VPC that is made
 * @param vpc of one that is there
 */
public record NetworkConfig(
    @Key(
            doc = "The IPv4 addresses of the VPC that is made, /16 to /21.",
            byDefault = "10.0.0.0/16",
            pattern = "[0-9]{1,3}([.][0-9]{1,3}){3}/[0-9]{1,2}")
        String cidr,
    @Key(
            doc =
                "In how many availability zones of the region the VPC has subnets: a public and a"
                    + " private one in each.",
            byDefault = "3",
            min = 2,
            max = 4)
        int zones,
    @Key(
            doc =
                "How private subnets reach the Internet: `one` NAT gateway for all, or one in"
                    + " `each` zone, which goes on when another zone fails, and costs more.",
            byDefault = "one")
        Nat nat,
    @Key(
            doc =
                "A VPC that is there already, to be used instead of making one. Its subnets get the"
                    + " tags that load balancers need, and lose them again when the stack goes.",
            example = "vpc-0a1b2c3d4e5f67890",
            pattern = "vpc-[0-9a-f]+")
        Optional<String> vpc,
    @Key(
            doc =
                "The private subnets of that VPC, in two zones at least: nodes and internal load"
                    + " balancers go there.",
            byDefault = "[]",
            pattern = "subnet-[0-9a-f]+")
        List<String> privateSubnets,
    @Key(
            doc = "The public subnets of that VPC, for load balancers that face the Internet.",
            byDefault = "[]",
            pattern = "subnet-[0-9a-f]+")
        List<String> publicSubnets) {

  /** Three bits make eight subnets of the VPC, of which each must have sixteen addresses. */
  private static final int LONGEST_PREFIX = 21;

  private static final int SHORTEST_PREFIX = 16;

  /** How private subnets reach the Internet. */
  public enum Nat {
    /** By one gateway for all. */
    ONE,
    /** By one in each zone. */
    EACH
  }

  public NetworkConfig {
    privateSubnets = List.copyOf(privateSubnets);
    publicSubnets = List.copyOf(publicSubnets);
    Cidr range = Cidr.parse(cidr);
    if (range.prefix() < SHORTEST_PREFIX || range.prefix() > LONGEST_PREFIX) {
      throw new IllegalArgumentException(
          "'cidr' is %s, but a VPC for a cluster has /%d to /%d"
              .formatted(cidr, SHORTEST_PREFIX, LONGEST_PREFIX));
    }
    if (vpc.isPresent() && privateSubnets.size() < 2) {
      throw new IllegalArgumentException(
          "'vpc' names one that is there, so 'private-subnets' must name two of its subnets or"
              + " more, in different zones");
    }
    if (vpc.isEmpty() && !(privateSubnets.isEmpty() && publicSubnets.isEmpty())) {
      throw new IllegalArgumentException(
          "subnets are named, but not the VPC that they are in; give 'vpc' as well");
    }
  }
}
