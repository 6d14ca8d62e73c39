package dev.slipway.aws.permission;

import static dev.slipway.aws.permission.NetworkPermissions.ec2;
import static dev.slipway.aws.permission.Verb.CREATE;
import static dev.slipway.aws.permission.Verb.DELETE;
import static dev.slipway.aws.permission.Verb.READ;
import static dev.slipway.aws.permission.Verb.UPDATE;

import dev.slipway.aws.network.elasticip.ElasticIpSpec;
import dev.slipway.aws.network.internetgateway.InternetGatewaySpec;
import dev.slipway.aws.network.launchtemplate.LaunchTemplateSpec;
import dev.slipway.aws.network.natgateway.NatGatewaySpec;
import java.util.List;
import java.util.Map;

/** Permissions of EC2's gateways, addresses and launch templates. */
final class GatewayPermissions {
  static final Map<String, List<Permission>> ALL =
      Map.of(
          ElasticIpSpec.TYPE, address(),
          InternetGatewaySpec.TYPE, internetGateway(),
          NatGatewaySpec.TYPE, natGateway(),
          LaunchTemplateSpec.TYPE, launchTemplate());

  private GatewayPermissions() {}

  private static List<Permission> address() {
    var addresses = ec2("elastic-ip/*");
    return List.of(
        Permission.everywhere(READ, "FindAddresses", "ec2:DescribeAddresses"),
        Permission.on(addresses, CREATE, "AllocateAddresses", "ec2:AllocateAddress")
            .with("ec2:CreateTags")
            .ifMarked(),
        Permission.on(addresses, UPDATE, "TagAddresses", "ec2:CreateTags").ifOwn(),
        Permission.on(addresses, DELETE, "ReleaseAddresses", "ec2:ReleaseAddress").ifOwn());
  }

  private static List<Permission> internetGateway() {
    var gateways = ec2("internet-gateway/*");
    return List.of(
        Permission.everywhere(READ, "FindInternetGateways", "ec2:DescribeInternetGateways"),
        Permission.on(gateways, CREATE, "CreateInternetGateways", "ec2:CreateInternetGateway")
            .with("ec2:CreateTags")
            .ifMarked(),
        Permission.on(
                ec2("internet-gateway/*", "vpc/*"),
                UPDATE,
                "AttachInternetGateways",
                "ec2:AttachInternetGateway")
            .ifOwn(),
        Permission.on(gateways, UPDATE, "TagInternetGateways", "ec2:CreateTags").ifOwn(),
        Permission.on(
                ec2("internet-gateway/*", "vpc/*"),
                DELETE,
                "DetachInternetGateways",
                "ec2:DetachInternetGateway")
            .ifOwn(),
        Permission.on(gateways, DELETE, "DeleteInternetGateways", "ec2:DeleteInternetGateway")
            .ifOwn());
  }

  private static List<Permission> natGateway() {
    var gateways = ec2("natgateway/*");
    return List.of(
        Permission.everywhere(READ, "FindNatGateways", "ec2:DescribeNatGateways"),
        Permission.on(gateways, CREATE, "CreateNatGateways", "ec2:CreateNatGateway")
            .with("ec2:CreateTags")
            .ifMarked(),
        Permission.on(
                ec2("elastic-ip/*", "subnet/*"),
                CREATE,
                "CreateNatGatewaysInSubnets",
                "ec2:CreateNatGateway")
            .ifOwn(),
        Permission.on(gateways, UPDATE, "TagNatGateways", "ec2:CreateTags").ifOwn(),
        Permission.on(gateways, DELETE, "DeleteNatGateways", "ec2:DeleteNatGateway").ifOwn());
  }

  /** Machines are looked at only if one is left that carries the stack's mark. */
  private static List<Permission> launchTemplate() {
    var templates = ec2("launch-template/*");
    return List.of(
        Permission.everywhere(
                READ,
                "FindLaunchTemplates",
                "ec2:DescribeLaunchTemplateVersions",
                "ec2:DescribeLaunchTemplates")
            .with("ec2:DescribeInstances"),
        Permission.on(templates, CREATE, "CreateLaunchTemplates", "ec2:CreateLaunchTemplate")
            .with("ec2:CreateTags")
            .ifMarked(),
        Permission.on(
                templates,
                UPDATE,
                "UpdateLaunchTemplates",
                "ec2:CreateLaunchTemplateVersion",
                "ec2:CreateTags",
                "ec2:ModifyLaunchTemplate")
            .ifOwn(),
        Permission.on(templates, DELETE, "DeleteLaunchTemplates", "ec2:DeleteLaunchTemplate")
            .ifOwn());
  }
}
