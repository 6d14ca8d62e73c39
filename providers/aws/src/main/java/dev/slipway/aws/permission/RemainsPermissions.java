package dev.slipway.aws.permission;

import static dev.slipway.aws.permission.Verb.DELETE;

import dev.slipway.aws.remains.ClusterRemainsSpec;
import dev.slipway.engine.resource.Resource;
import java.util.List;
import java.util.Map;

/**
 * Permissions to see and remove what a cluster made by itself. It carries the cluster's tags, of
 * which there are three kinds, but not the stack's mark.
 */
final class RemainsPermissions {
  static final Map<String, List<Permission>> ALL =
      Map.of(
          ClusterRemainsSpec.TYPE,
          List.of(
              Permission.everywhere(
                  DELETE,
                  "FindWhatClustersLeft",
                  "ec2:DescribeNetworkInterfaces",
                  "ec2:DescribeSecurityGroups",
                  "ec2:DescribeVolumes",
                  "elasticloadbalancing:DescribeLoadBalancers",
                  "elasticloadbalancing:DescribeTags",
                  "elasticloadbalancing:DescribeTargetGroups",
                  "logs:DescribeLogGroups"),
              removal("OfController").when((r, _) -> tag("elbv2.k8s.aws/cluster", cluster(r))),
              removal("OfNetworkPlugin")
                  .when((r, _) -> tag("cluster.k8s.amazonaws.com/name", cluster(r))),
              removal("OfCluster")
                  .when((r, _) -> tag("kubernetes.io/cluster/" + cluster(r), "owned")),
              Permission.on(
                  (resource, place) ->
                      List.of(
                          place.regional(
                              "logs",
                              "log-group:/aws/containerinsights/" + cluster(resource) + "/*"),
                          place.regional("logs", "log-group:/aws/eks/" + cluster(resource) + "/*")),
                  DELETE,
                  "DeleteLogGroupsThatClustersLeft",
                  "logs:DeleteLogGroup")));

  private RemainsPermissions() {}

  private static Permission removal(String by) {
    return Permission.on(
        (_, place) ->
            List.of(
                place.regional("ec2", "network-interface/*"),
                place.regional("ec2", "security-group/*"),
                place.regional("ec2", "volume/*"),
                place.regional("elasticloadbalancing", "loadbalancer/*"),
                place.regional("elasticloadbalancing", "targetgroup/*")),
        DELETE,
        "DeleteWhatIsLeft" + by,
        "ec2:DeleteNetworkInterface",
        "ec2:DeleteSecurityGroup",
        "ec2:DeleteVolume",
        "ec2:RevokeSecurityGroupIngress",
        "elasticloadbalancing:DeleteLoadBalancer",
        "elasticloadbalancing:DeleteTargetGroup");
  }

  private static Permission.Condition tag(String key, String value) {
    return new Permission.Condition("aws:ResourceTag/" + key, value);
  }

  private static String cluster(Resource<?> resource) {
    return ((ClusterRemainsSpec) resource.spec()).cluster();
  }
}
