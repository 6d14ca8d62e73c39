package dev.slipway.aws.permission;

import static dev.slipway.aws.permission.Verb.CREATE;
import static dev.slipway.aws.permission.Verb.DELETE;
import static dev.slipway.aws.permission.Verb.READ;
import static dev.slipway.aws.permission.Verb.UPDATE;

import dev.slipway.aws.network.routetable.RouteTableSpec;
import dev.slipway.aws.network.securitygroup.SecurityGroupSpec;
import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.network.subnettags.SubnetTagsSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Permissions of EC2's networks. */
final class NetworkPermissions {
  static final Map<String, List<Permission>> ALL =
      Map.of(
          VpcSpec.TYPE, vpc(),
          SubnetSpec.TYPE, subnet(),
          SubnetTagsSpec.TYPE, subnetTags(),
          RouteTableSpec.TYPE, routeTable(),
          SecurityGroupSpec.TYPE, securityGroup());

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

  /** The zones are looked up where a stack doesn't name them. */
  private static List<Permission> subnet() {
    var subnets = ec2("subnet/*");
    return List.of(
        Permission.everywhere(READ, "FindSubnets", "ec2:DescribeSubnets")
            .with("ec2:DescribeAvailabilityZones"),
        Permission.on(subnets, CREATE, "CreateSubnets", "ec2:CreateSubnet")
            .with("ec2:CreateTags")
            .ifMarked(),
        inVpcs("CreateSubnetsInVpcs", "ec2:CreateSubnet"),
        Permission.on(
                subnets, UPDATE, "UpdateSubnets", "ec2:ModifySubnetAttribute", "ec2:CreateTags")
            .ifOwn(),
        Permission.on(subnets, DELETE, "DeleteSubnets", "ec2:DeleteSubnet").ifOwn());
  }

  /** Making something in a VPC is about the VPC too, which no tags are given then. */
  private static Permission inVpcs(String sid, String action) {
    return Permission.on(ec2("vpc/*"), CREATE, sid, action).ifOwn();
  }

  private static List<Permission> subnetTags() {
    BiFunction<Resource<?>, Place, List<String>> subnet =
        (resource, place) ->
            List.of(place.regional("ec2", "subnet/" + ((SubnetTagsSpec) resource.spec()).subnet()));
    return List.of(
        Permission.everywhere(READ, "FindTaggedSubnets", "ec2:DescribeSubnets"),
        Permission.on(subnet, CREATE, "TagSubnets", "ec2:CreateTags"),
        Permission.on(subnet, UPDATE, "TagSubnetsAgain", "ec2:CreateTags"),
        Permission.on(subnet, DELETE, "UntagSubnets", "ec2:CreateTags", "ec2:DeleteTags"));
  }

  private static List<Permission> routeTable() {
    var tables = ec2("route-table/*");
    return List.of(
        Permission.everywhere(READ, "FindRouteTables", "ec2:DescribeRouteTables"),
        Permission.on(tables, CREATE, "CreateRouteTables", "ec2:CreateRouteTable")
            .with("ec2:CreateTags")
            .ifMarked(),
        inVpcs("CreateRouteTablesInVpcs", "ec2:CreateRouteTable"),
        Permission.on(
                tables,
                UPDATE,
                "UpdateRouteTables",
                "ec2:CreateRoute",
                "ec2:CreateTags",
                "ec2:DeleteRoute",
                "ec2:ReplaceRoute")
            .ifOwn(),
        Permission.on(
                ec2("route-table/*", "subnet/*"),
                UPDATE,
                "AssociateRouteTables",
                "ec2:AssociateRouteTable",
                "ec2:DisassociateRouteTable")
            .ifOwn(),
        Permission.on(tables, DELETE, "DeleteRouteTables", "ec2:DeleteRouteTable").ifOwn(),
        Permission.on(
                ec2("route-table/*", "subnet/*"),
                DELETE,
                "DisassociateRouteTables",
                "ec2:DisassociateRouteTable")
            .ifOwn());
  }

  private static List<Permission> securityGroup() {
    var groups = ec2("security-group/*");
    return List.of(
        Permission.everywhere(READ, "FindSecurityGroups", "ec2:DescribeSecurityGroups"),
        Permission.on(groups, CREATE, "CreateSecurityGroups", "ec2:CreateSecurityGroup")
            .with("ec2:CreateTags")
            .ifMarked(),
        inVpcs("CreateSecurityGroupsInVpcs", "ec2:CreateSecurityGroup"),
        Permission.on(
                groups,
                UPDATE,
                "UpdateSecurityGroups",
                "ec2:AuthorizeSecurityGroupEgress",
                "ec2:AuthorizeSecurityGroupIngress",
                "ec2:CreateTags",
                "ec2:RevokeSecurityGroupEgress",
                "ec2:RevokeSecurityGroupIngress")
            .ifOwn(),
        Permission.on(groups, DELETE, "DeleteSecurityGroups", "ec2:DeleteSecurityGroup").ifOwn());
  }

  static BiFunction<Resource<?>, Place, List<String>> ec2(String... resources) {
    return (_, place) ->
        List.of(resources).stream().map(resource -> place.regional("ec2", resource)).toList();
  }
}
