package dev.slipway.aws.permission;

import static dev.slipway.aws.permission.Verb.CREATE;
import static dev.slipway.aws.permission.Verb.DELETE;
import static dev.slipway.aws.permission.Verb.READ;
import static dev.slipway.aws.permission.Verb.UPDATE;

import dev.slipway.aws.eks.cluster.ClusterSpec;
import dev.slipway.aws.eks.nodegroup.NodeGroupSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Permissions of EKS's clusters and node groups, and what all of EKS has in common. */
final class EksPermissions {
  /** What belongs to a cluster whose name isn't known yet is looked for in those of the stack. */
  static final Permission LIST = Permission.everywhere(READ, "ListClusters", "eks:ListClusters");

  /** That a cluster isn't the stack's only shows when it is looked at. */
  static final Permission SEE =
      Permission.on((_, place) -> List.of(place.regional("eks", "cluster/*")), READ, "SeeClusters")
          .with("eks:DescribeCluster");

  static final Map<String, List<Permission>> ALL =
      Map.of(ClusterSpec.TYPE, cluster(), NodeGroupSpec.TYPE, nodeGroup());

  private EksPermissions() {}

  private static List<Permission> cluster() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) ->
            List.of(place.regional("eks", "cluster/" + ((ClusterSpec) resource.spec()).name()));
    return List.of(
        Permission.on(own, READ, "ReadClusters", "eks:DescribeCluster"),
        Permission.on(own, CREATE, "CreateClusters", "eks:CreateCluster")
            .with("eks:TagResource")
            .ifMarked(),
        Permission.on(
                (_, place) -> List.of(place.linkedRole("eks", "AWSServiceRoleForAmazonEKS")),
                CREATE,
                "CreateRoleOfClusters")
            .with("iam:CreateServiceLinkedRole"),
        Permission.on(
                (resource, place) ->
                    ((ClusterSpec) resource.spec())
                        .encryptionKey().stream()
                            .map(key -> key.known().orElse(place.regional("kms", "key/*")))
                            .toList(),
                CREATE,
                "EncryptSecretsOfClusters")
            .with("kms:CreateGrant", "kms:DescribeKey"),
        pass("ToClusters", resource -> Stream.of(((ClusterSpec) resource.spec()).role())),
        Permission.on(
                own,
                UPDATE,
                "UpdateClusters",
                "eks:TagResource",
                "eks:UpdateClusterConfig",
                "eks:UpdateClusterVersion")
            .ifOwn(),
        Permission.on(own, UPDATE, "FollowUpdatesOfClusters", "eks:DescribeUpdate"),
        Permission.on(own, DELETE, "DeleteClusters", "eks:DeleteCluster").ifOwn());
  }

  /** With a launch template, EKS tries whether the caller may launch machines by it. */
  private static List<Permission> nodeGroup() {
    BiFunction<Resource<?>, Place, List<String>> own =
        within("nodegroup", EksPermissions::group, resource -> spec(resource).name() + "/*");
    BiFunction<Resource<?>, Place, List<String>> cluster = cluster(EksPermissions::group);
    return List.of(
        LIST,
        SEE,
        Permission.on(own, READ, "ReadNodeGroups", "eks:DescribeNodegroup"),
        Permission.on(cluster, CREATE, "CreateNodeGroups", "eks:CreateNodegroup").ifMarked(),
        Permission.on(own, CREATE, "TagNewNodeGroups").with("eks:TagResource").ifMarked(),
        Permission.on(
                (_, place) ->
                    List.of(
                        place.linkedRole("eks-nodegroup", "AWSServiceRoleForAmazonEKSNodegroup")),
                CREATE,
                "CreateRoleOfNodeGroups")
            .with("iam:CreateServiceLinkedRole", "iam:GetRole"),
        pass("ToNodeGroups", resource -> Stream.of(spec(resource).role())),
        Permission.on(EksPermissions::machines, UPDATE, "LaunchMachinesOfNodeGroups")
            .with("ec2:CreateTags", "ec2:RunInstances"),
        Permission.on(
                own,
                UPDATE,
                "UpdateNodeGroups",
                "eks:TagResource",
                "eks:UpdateNodegroupConfig",
                "eks:UpdateNodegroupVersion")
            .ifOwn(),
        Permission.on(
            both(cluster, own), UPDATE, "FollowUpdatesOfNodeGroups", "eks:DescribeUpdate"),
        Permission.on(own, DELETE, "DeleteNodeGroups", "eks:DeleteNodegroup").ifOwn());
  }

  private static List<String> machines(Resource<?> resource, Place place) {
    if (spec(resource).launchTemplate().isEmpty()) {
      return List.of();
    }
    return Stream.concat(
            Stream.of("arn:%s:ec2:%s::image/*".formatted(place.partition(), place.region())),
            Stream.of(
                    "instance",
                    "launch-template",
                    "network-interface",
                    "security-group",
                    "subnet",
                    "volume")
                .map(kind -> place.regional("ec2", kind + "/*")))
        .toList();
  }

  private static NodeGroupSpec spec(Resource<?> resource) {
    return (NodeGroupSpec) resource.spec();
  }

  private static Value<String> group(Resource<?> resource) {
    return spec(resource).cluster();
  }

  /** The cluster that something belongs to; any, as long as it isn't known. */
  static BiFunction<Resource<?>, Place, List<String>> cluster(
      Function<Resource<?>, Value<String>> cluster) {
    return (resource, place) ->
        List.of(place.regional("eks", "cluster/" + cluster.apply(resource).known().orElse("*")));
  }

  /** What belongs to a cluster. */
  static BiFunction<Resource<?>, Place, List<String>> within(
      String kind,
      Function<Resource<?>, Value<String>> cluster,
      Function<Resource<?>, String> name) {
    return (resource, place) ->
        List.of(
            place.regional(
                "eks",
                "%s/%s/%s"
                    .formatted(
                        kind, cluster.apply(resource).known().orElse("*"), name.apply(resource))));
  }

  /** A thing and its cluster: an update is of both. */
  static BiFunction<Resource<?>, Place, List<String>> both(
      BiFunction<Resource<?>, Place, List<String>> one,
      BiFunction<Resource<?>, Place, List<String>> other) {
    return (resource, place) ->
        Stream.of(one, other).flatMap(arns -> arns.apply(resource, place).stream()).toList();
  }

  /** Roles that aren't the stack's: for its own the permissions of roles say it. */
  static Permission pass(String to, Function<Resource<?>, Stream<Value<String>>> roles) {
    return Permission.on(
            (resource, _) ->
                roles.apply(resource).flatMap(role -> role.known().stream()).sorted().toList(),
            UPDATE,
            "PassRoles" + to)
        .with("iam:GetRole", "iam:ListAttachedRolePolicies", "iam:PassRole");
  }
}
