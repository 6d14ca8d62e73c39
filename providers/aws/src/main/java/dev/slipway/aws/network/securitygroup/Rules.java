package dev.slipway.aws.network.securitygroup;

import dev.slipway.aws.network.securitygroup.SecurityGroupSpec.Rule;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Rules as EC2 writes them. */
final class Rules {
  private Rules() {}

  /** Every rule on its own: EC2 folds those with the same ports. */
  static List<Rule> of(List<IpPermission> permissions) {
    List<Rule> rules = new ArrayList<>();
    for (IpPermission permission : permissions) {
      permission.ipRanges().forEach(range -> rules.add(rule(permission, range.cidrIp())));
      permission.ipv6Ranges().forEach(range -> rules.add(rule(permission, range.cidrIpv6())));
      permission.prefixListIds().forEach(list -> rules.add(rule(permission, list.prefixListId())));
      permission.userIdGroupPairs().forEach(pair -> rules.add(rule(permission, pair.groupId())));
    }
    return rules;
  }

  private static Rule rule(IpPermission permission, String peer) {
    return new Rule(
        permission.ipProtocol(),
        permission.fromPort() == null ? -1 : permission.fromPort(),
        permission.toPort() == null ? -1 : permission.toPort(),
        Value.of(peer));
  }

  static IpPermission permission(Rule rule) {
    String peer = rule.peer().get();
    IpPermission.Builder permission = IpPermission.builder().ipProtocol(rule.protocol());
    if (!rule.protocol().equals("-1")) {
      permission.fromPort(rule.from()).toPort(rule.to());
    }
    if (peer.startsWith("sg-")) {
      permission.userIdGroupPairs(UserIdGroupPair.builder().groupId(peer).build());
    } else if (peer.startsWith("pl-")) {
      permission.prefixListIds(PrefixListId.builder().prefixListId(peer).build());
    } else if (peer.contains(":")) {
      permission.ipv6Ranges(Ipv6Range.builder().cidrIpv6(peer).build());
    } else {
      permission.ipRanges(IpRange.builder().cidrIp(peer).build());
    }
    return permission.build();
  }

  /** The rules in an order of their own, to be compared; those of the spec may hold references. */
  static List<Object> sorted(Collection<Rule> rules) {
    return rules.stream()
        .<Object>map(rule -> rule.peer().known().isPresent() ? rule.line() : rule.peer())
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .toList();
  }

  /** Those of some rules that aren't among others. */
  static List<IpPermission> without(List<Rule> rules, List<Rule> others) {
    List<String> lines = others.stream().map(Rule::line).toList();
    return rules.stream()
        .filter(rule -> !lines.contains(rule.line()))
        .map(Rules::permission)
        .toList();
  }
}
