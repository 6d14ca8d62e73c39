package dev.slipway.aws.network;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.network.subnettags.SubnetTagsSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** What is wrong with a network shows before anything is made in it. */
public record NetworkChecks(Clients clients) {
  /** Source: Amazon EKS User Guide, "VPC and subnet requirements": 6 are needed, 16 advised. */
  private static final int FREE_ADDRESSES = 16;

  private static final int ZONES = 2;

  /** The private networks of RFC 1918 that are looked through for one that is free. */
  private static final Cidr PRIVATE = Cidr.parse("10.0.0.0/8");

  /**
   * Checks the networks that aren't there yet, and the subnets of others that are used.
   *
   * @param last what the journal knows
   * @throws DiagnosticException with every problem
   */
  public void check(List<Resource<?>> wanted, Map<ResourceId, Map<String, Object>> last) {
    List<Diagnostic> problems = new ArrayList<>();
    List<String> used = new ArrayList<>();
    for (Resource<?> resource : wanted) {
      if (last.containsKey(resource.id())) {
        continue;
      }
      switch (resource.spec()) {
        case VpcSpec vpc -> overlap(Cidr.parse(vpc.cidr())).ifPresent(problems::add);
        case SubnetTagsSpec subnet -> used.add(subnet.subnet());
        default -> {}
      }
    }
    if (!used.isEmpty()) {
      problems.addAll(subnets(used));
    }
    if (!problems.isEmpty()) {
      throw new DiagnosticException(problems);
    }
  }

  private Optional<Diagnostic> overlap(Cidr wanted) {
    List<Vpc> all = clients.ec2().describeVpcsPaginator().vpcs().stream().toList();
    List<Cidr> taken = all.stream().map(vpc -> Cidr.parse(vpc.cidrBlock())).toList();
    return all.stream()
        .filter(vpc -> Cidr.parse(vpc.cidrBlock()).overlaps(wanted))
        .findFirst()
        .map(
            vpc ->
                Diagnostic.user(
                    "AWS-CIDR-OVERLAP",
                    "The network's addresses are taken by another network of the account",
                    "The VPC is to have %s, but %s (%s) in %s has %s: the two could never be joined."
                        .formatted(
                            wanted,
                            vpc.vpcId(),
                            Ec2Tags.map(vpc.tags()).getOrDefault("Name", "no name"),
                            clients.region(),
                            vpc.cidrBlock()),
                    "Set 'cidr' of the network to a range that is free"
                        + free(wanted.prefix(), taken)
                            .map(range -> ", for example " + range)
                            .orElse("")
                        + "."));
  }

  private static Optional<Cidr> free(int prefix, List<Cidr> taken) {
    return PRIVATE.parts(prefix - PRIVATE.prefix()).stream()
        .filter(range -> taken.stream().noneMatch(range::overlaps))
        .findFirst();
  }

  private List<Diagnostic> subnets(List<String> ids) {
    List<Subnet> found =
        clients
            .ec2()
            .describeSubnets(
                request -> request.filters(Filter.builder().name("subnet-id").values(ids).build()))
            .subnets();
    List<Diagnostic> problems = new ArrayList<>();
    Set<String> there = found.stream().map(Subnet::subnetId).collect(Collectors.toSet());
    for (String id : ids) {
      if (!there.contains(id)) {
        problems.add(missing(id));
      }
    }
    Set<String> vpcs = found.stream().map(Subnet::vpcId).collect(Collectors.toSet());
    Set<String> zones = found.stream().map(Subnet::availabilityZone).collect(Collectors.toSet());
    if (vpcs.size() > 1 || (problems.isEmpty() && zones.size() < ZONES)) {
      problems.add(scattered(found));
    }
    found.stream()
        .filter(subnet -> subnet.availableIpAddressCount() < FREE_ADDRESSES)
        .forEach(subnet -> problems.add(full(subnet)));
    return problems;
  }

  private Diagnostic missing(String id) {
    return Diagnostic.user(
        "AWS-NO-SUBNET",
        "There is no such subnet",
        "The subnet %s isn't in %s, or isn't this account's.".formatted(id, clients.region()),
        "Name subnets of the VPC that the stack file names. They are listed by\n"
            + "  aws ec2 describe-subnets --region "
            + clients.region());
  }

  private static Diagnostic scattered(List<Subnet> found) {
    return Diagnostic.user(
        "AWS-SUBNETS-APART",
        "The subnets aren't of one VPC in two zones",
        "EKS wants subnets of one VPC in at least two availability zones, but these are %s."
            .formatted(
                found.stream()
                    .map(
                        subnet ->
                            "%s (%s, %s)"
                                .formatted(
                                    subnet.subnetId(), subnet.vpcId(), subnet.availabilityZone()))
                    .collect(Collectors.joining(", "))),
        "Name other subnets in the stack file.");
  }

  private static Diagnostic full(Subnet subnet) {
    return Diagnostic.environment(
        "AWS-SUBNET-FULL",
        "A subnet has too few free addresses",
        "The subnet %s (%s) has %d free addresses; a cluster's network interfaces, nodes and pods"
            .concat(" need %d at least.")
            .formatted(
                subnet.subnetId(),
                subnet.cidrBlock(),
                subnet.availableIpAddressCount(),
                FREE_ADDRESSES),
        "Name a larger subnet, or remove what isn't needed any more in this one.");
  }
}
