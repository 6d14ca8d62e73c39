package dev.slipway.aws.permission;

import static dev.slipway.aws.permission.Verb.CREATE;
import static dev.slipway.aws.permission.Verb.DELETE;
import static dev.slipway.aws.permission.Verb.READ;
import static dev.slipway.aws.permission.Verb.UPDATE;

import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Permissions of EC2's networks. */
final class NetworkPermissions {
  static final Map<String, List<Permission>> ALL =
      Map.of(VpcSpec.TYPE, vpc(), SubnetSpec.TYPE, subnet());

  private NetworkPermissions() {}

  private static List<Permission> vpc() {
    var vpcs = ec2("vpc/*");
    return List.of(
        Permission.everywhere(READ, "FindVpcs", "ec2:DescribeVpcs", "ec2:DescribeVpcAttribute"),
        Permission.on(vpcs, CREATE, "CreateVpcs", "ec2:CreateVpc")
            .with("ec2:CreateTags")
            .ifMarked(),
        Permission.on(vpcs, UPDATE, "UpdateVpcs", "ec2:ModifyVpcAttribute", "ec2:CreateTags")
            .ifOwn(),
        Permission.on(vpcs, DELETE, "DeleteVpcs", "ec2:DeleteVpc").ifOwn());
  }

  private static List<Permission> subnet() {
    var subnets = ec2("subnet/*");
    return List.of(
        Permission.everywhere(READ, "FindSubnets", "ec2:DescribeSubnets"),
        Permission.on(ec2("subnet/*", "vpc/*"), CREATE, "CreateSubnets", "ec2:CreateSubnet")
            .with("ec2:CreateTags")
            .ifMarked(),
        Permission.on(
                subnets, UPDATE, "UpdateSubnets", "ec2:ModifySubnetAttribute", "ec2:CreateTags")
            .ifOwn(),
        Permission.on(subnets, DELETE, "DeleteSubnets", "ec2:DeleteSubnet").ifOwn());
  }

  private static BiFunction<Resource<?>, Place, List<String>> ec2(String... resources) {
    return (_, place) ->
        List.of(resources).stream().map(resource -> place.regional("ec2", resource)).toList();
  }
}
