package dev.slipway.aws.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.network.subnettags.SubnetTagsSpec;
import dev.slipway.aws.permission.Permissions;
import dev.slipway.aws.permission.Place;
import dev.slipway.aws.permission.Verb;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.stack.Stack;
import dev.slipway.engine.stack.StackReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EksFoundationTest {
  private static final String MADE = "region: eu-central-1";
  private static final String FOUND =
      """
      region: eu-central-1
          network:
            vpc: vpc-0a
            private-subnets: [subnet-01, subnet-02]
            public-subnets: [subnet-03]
      """;

  @Test
  void nodesComeAfterTheirWayOutTheirAddOnsAndTheirRole() {
    assertThat(needs(MADE, "aws.eks-node-group/nodes"))
        .contains(
            "aws.eks-cluster/cluster",
            "aws.eks-addon/vpc-cni",
            "aws.eks-addon/kube-proxy",
            "aws.eks-addon/eks-pod-identity-agent",
            "aws.iam-role/nodes",
            "aws.launch-template/nodes",
            "aws.nat-gateway/all",
            "aws.route-table/private-all")
        .doesNotContain("aws.eks-addon/coredns", "aws.eks-addon/aws-ebs-csi-driver");
  }

  @Test
  void whatTheClusterLeavesIsRemovedAfterItAndBeforeItsNetwork() {
    assertThat(needs(MADE, "aws.eks-cluster/cluster")).contains("aws.cluster-remains/cluster");
    assertThat(needs(MADE, "aws.cluster-remains/cluster"))
        .contains("aws.vpc/network", "aws.subnet/private-1", "aws.internet-gateway/internet")
        .doesNotContain("aws.eks-cluster/cluster");
  }

  @Test
  void theControllersComeAfterTheNodesAndTheirRoles() {
    EksFoundation foundation = foundation(MADE);
    assertThat(foundation.ground().api()).contains(EksNames.CLUSTER);
    assertThat(foundation.ground().nodes())
        .extracting(ResourceId::toString)
        .contains(
            "aws.eks-node-group/nodes",
            "aws.eks-addon/aws-ebs-csi-driver",
            "aws.eks-pod-identity/aws-load-balancer-controller",
            "aws.eks-pod-identity/cluster-autoscaler");
  }

  @Test
  void aNatGatewayInEachZoneServesItsOwnZone() {
    assertThat(needs(MADE + "\n    network: {nat: each}", "aws.route-table/private-2"))
        .contains("aws.nat-gateway/2", "aws.subnet/private-2")
        .doesNotContain("aws.nat-gateway/1", "aws.subnet/private-1");
  }

  @Test
  void inAVpcThatIsThereItMakesNothingButTagsOfSubnets() {
    List<Resource<?>> network =
        foundation(FOUND).resources().stream()
            .filter(
                resource ->
                    Set.of("aws.vpc", "aws.subnet", "aws.nat-gateway", "aws.subnet-tags")
                        .contains(resource.id().type()))
            .toList();

    assertThat(network)
        .extracting(resource -> (Object) resource.spec())
        .containsExactly(
            new SubnetTagsSpec(
                "subnet-01",
                Map.of(
                    "kubernetes.io/cluster/search",
                    "shared",
                    "kubernetes.io/role/internal-elb",
                    "1")),
            new SubnetTagsSpec(
                "subnet-02",
                Map.of(
                    "kubernetes.io/cluster/search",
                    "shared",
                    "kubernetes.io/role/internal-elb",
                    "1")),
            new SubnetTagsSpec(
                "subnet-03",
                Map.of("kubernetes.io/cluster/search", "shared", "kubernetes.io/role/elb", "1")));
  }

  @Test
  void controllersMayChangeOnlyWhatIsTheirClusters() {
    for (PolicyDocument policy :
        List.of(LoadBalancerPolicy.of("search"), AutoscalerPolicy.of("search"))) {
      assertThat(policy.statements())
          .filteredOn(
              statement ->
                  statement.actions().stream()
                      .anyMatch(
                          action -> action.matches(".*:(Delete|Terminate|Set(Des|Sub|Sec)).*")))
          .filteredOn(statement -> !statement.sid().orElse("").equals("Listeners"))
          .isNotEmpty()
          .allSatisfy(
              statement ->
                  assertThat(statement.conditions().toString()).contains("search").isNotEmpty());
    }
  }

  @Test
  void itsPermissionsNameItsClusterAndChangeOnlyWhatIsTheStacks() {
    PolicyDocument policy =
        Permissions.policy(
            foundation(MADE).resources().stream()
                .filter(resource -> resource.id().type().startsWith("aws."))
                .toList(),
            EnumSet.allOf(Verb.class),
            new Place("aws", "eu-central-1", "123456789012", "search-1"));

    assertThat(policy.statements())
        .extracting(statement -> statement.sid().orElseThrow())
        .doesNotHaveDuplicates()
        .contains("CreateClusters", "CreateRoleOfNodeGroups", "LaunchMachinesOfNodeGroups");
    assertThat(policy.statements())
        .filteredOn(statement -> statement.actions().contains("eks:DeleteCluster"))
        .singleElement()
        .satisfies(
            statement ->
                assertThat(statement.resources())
                    .containsExactly(
                        Value.of("arn:aws:eks:eu-central-1:123456789012:cluster/search")));
    assertThat(policy.statements())
        .filteredOn(
            statement ->
                statement.actions().stream()
                    .anyMatch(action -> action.matches("(ec2|elasticloadbalancing):Delete.*")))
        .isNotEmpty()
        .allSatisfy(statement -> assertThat(statement.conditions()).isNotEmpty());
  }

  @Test
  void aVpcWithoutTwoSubnetsIsRefused() {
    assertThatThrownBy(() -> foundation("region: eu-central-1\n    network: {vpc: vpc-0a}"))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(e.first().detail()).contains("'private-subnets'"));
  }

  @Test
  void aRetentionThatCloudWatchDoesNotKnowIsRefusedWithThoseThatItKnows() {
    assertThatThrownBy(() -> foundation("region: eu-central-1\n    cloudwatch: {retention: 31}"))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(e.first().detail()).contains("31", "30, 60"));
  }

  private static Set<String> needs(String target, String id) {
    Graph graph = Graph.of(foundation(target).resources());
    Set<ResourceId> all = new TreeSet<>();
    List<ResourceId> todo = new ArrayList<>(List.of(ResourceId.parse(id)));
    while (!todo.isEmpty()) {
      graph.dependencies(todo.removeLast()).stream().filter(all::add).forEach(todo::add);
    }
    return all.stream().map(ResourceId::toString).collect(Collectors.toSet());
  }

  private static EksFoundation foundation(String target) {
    Stack stack =
        new StackReader(List.of(new NoSystem()), List.of(new EksTarget(Map.of(), NoSystem.HOME)))
            .read(
                "search.yaml", "name: search\ntarget:\n  eks:\n    " + target + "\nnothing: {}\n");
    return new EksFoundation((EksConfig) stack.target().config(), stack.name());
  }
}
