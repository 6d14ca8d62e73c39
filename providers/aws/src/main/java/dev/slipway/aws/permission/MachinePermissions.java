package dev.slipway.aws.permission;

import static dev.slipway.aws.permission.Verb.CREATE;
import static dev.slipway.aws.permission.Verb.DELETE;
import static dev.slipway.aws.permission.Verb.READ;
import static dev.slipway.aws.permission.Verb.UPDATE;

import dev.slipway.aws.autoscaling.limits.LimitsSpec;
import dev.slipway.aws.rds.instance.InstanceSpec;
import dev.slipway.aws.rds.subnetgroup.SubnetGroupSpec;
import dev.slipway.engine.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Permissions of RDS and Auto Scaling. */
final class MachinePermissions {
  static final Map<String, List<Permission>> ALL =
      Map.of(
          LimitsSpec.TYPE, limits(),
          InstanceSpec.TYPE, instance(),
          SubnetGroupSpec.TYPE, group());

  private MachinePermissions() {}

  /** The groups that EKS makes for node groups have names that begin with {@code eks-}. */
  private static List<Permission> limits() {
    BiFunction<Resource<?>, Place, List<String>> group =
        (resource, place) ->
            List.of(
                place.regional(
                    "autoscaling",
                    "autoScalingGroup:*:autoScalingGroupName/"
                        + ((LimitsSpec) resource.spec()).group().known().orElse("eks-*")));
    return List.of(
        Permission.everywhere(
            READ, "FindAutoScalingGroups", "autoscaling:DescribeAutoScalingGroups"),
        Permission.on(
            group,
            UPDATE,
            "SetLimitsOfAutoScalingGroups",
            "autoscaling:CreateOrUpdateTags",
            "autoscaling:UpdateAutoScalingGroup"),
        Permission.on(
            group,
            DELETE,
            "ResetLimitsOfAutoScalingGroups",
            "autoscaling:DeleteTags",
            "autoscaling:UpdateAutoScalingGroup"));
  }

  private static List<Permission> group() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) ->
            List.of(place.regional("rds", "subgrp:" + ((SubnetGroupSpec) resource.spec()).name()));
    return List.of(
        Permission.on(
            (_, place) -> List.of(place.regional("rds", "subgrp:*")),
            READ,
            "FindDatabaseSubnetGroups",
            "rds:DescribeDBSubnetGroups"),
        Permission.on(own, READ, "ReadDatabaseSubnetGroups", "rds:ListTagsForResource"),
        Permission.on(own, CREATE, "CreateDatabaseSubnetGroups", "rds:CreateDBSubnetGroup")
            .with("rds:AddTagsToResource"),
        Permission.on(
            own,
            UPDATE,
            "UpdateDatabaseSubnetGroups",
            "rds:AddTagsToResource",
            "rds:ModifyDBSubnetGroup"),
        Permission.on(own, DELETE, "DeleteDatabaseSubnetGroups", "rds:DeleteDBSubnetGroup"));
  }

  /** Making and changing one is also about what it is made with. */
  private static List<Permission> instance() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) -> List.of(place.regional("rds", "db:" + name(resource)));
    BiFunction<Resource<?>, Place, List<String>> parts =
        (resource, place) ->
            List.of(
                place.regional("rds", "db:" + name(resource)),
                place.regional("rds", "og:*"),
                place.regional("rds", "pg:*"),
                place.regional("rds", "subgrp:*"));
    return List.of(
        Permission.on(
            (_, place) -> List.of(place.regional("rds", "db:*")),
            READ,
            "FindDatabases",
            "rds:DescribeDBInstances"),
        Permission.on(parts, CREATE, "CreateDatabases", "rds:CreateDBInstance")
            .with("rds:AddTagsToResource"),
        Permission.on(
                (_, place) -> List.of(place.linkedRole("rds", "AWSServiceRoleForRDS")),
                CREATE,
                "CreateRoleOfDatabases")
            .with("iam:CreateServiceLinkedRole"),
        Permission.on(parts, UPDATE, "ModifyDatabases", "rds:ModifyDBInstance"),
        Permission.on(own, UPDATE, "TagDatabases", "rds:AddTagsToResource"),
        Permission.on(
            (resource, place) ->
                List.of(
                    place.regional("rds", "db:" + name(resource)),
                    place.regional("rds", "snapshot:" + name(resource) + "-final-*")),
            DELETE,
            "DeleteDatabases",
            "rds:DeleteDBInstance"));
  }

  private static String name(Resource<?> resource) {
    return ((InstanceSpec) resource.spec()).name();
  }
}
