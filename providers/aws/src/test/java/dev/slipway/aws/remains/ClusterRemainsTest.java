package dev.slipway.aws.remains;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.access.Clients;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

@ExtendWith(AwsLab.class)
class ClusterRemainsTest {
  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");
  private static final ResourceId SUBNET = new ResourceId(SubnetSpec.TYPE, "a");
  private static final ResourceId OTHER = new ResourceId(SubnetSpec.TYPE, "b");

  @Test
  void oneOfEachThatTheClusterMadeIsFoundAndGoesBeforeTheNetwork(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String cluster = stack.owner();
      Resource<?>[] wanted = wanted(cluster);
      stack.up(wanted);
      plant(stack, cluster);
      ClusterRemains remains = new ClusterRemains(stack.clients());
      assertThat(remains.of(cluster))
          .extracting(Trace::kind)
          .containsExactly(
              "load balancer",
              "classic load balancer",
              "target group",
              "network interface",
              "security group",
              "volume",
              "log group",
              "log group");

      assertThat(stack.down()).isClean();

      assertThat(remains.of(cluster)).isEmpty();
      assertThat(stack.plan()).changesNothing();
    }
  }

  @Test
  void whatAnotherClusterMadeStays(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(wanted(stack.owner()));
      String theirs = stack.owner() + "-2";
      String volume = volume(stack.clients(), "kubernetes.io/cluster/" + theirs, "owned");
      String shared = volume(stack.clients(), "kubernetes.io/cluster/" + stack.owner(), "shared");
      String group = "/aws/containerinsights/" + theirs + "/application";
      stack.clients().logs().createLogGroup(request -> request.logGroupName(group));

      assertThat(stack.down()).isClean();

      assertThat(stack.clients().ec2().describeVolumes().volumes())
          .extracting(found -> found.volumeId())
          .contains(volume, shared);
      assertThat(new ClusterRemains(stack.clients()).of(theirs))
          .extracting(Trace::name)
          .containsExactly(volume, group);
    }
  }

  private static Resource<?>[] wanted(String cluster) {
    return new Resource<?>[] {
      Resource.of(VPC, new VpcSpec("10.3.0.0/16", Map.of())),
      subnet(SUBNET, "10.3.0.0/20", "a"),
      subnet(OTHER, "10.3.16.0/20", "b"),
      Resource.of(
              new ResourceId(ClusterRemainsSpec.TYPE, "cluster"), new ClusterRemainsSpec(cluster))
          .after(SUBNET, OTHER)
    };
  }

  private static Resource<SubnetSpec> subnet(ResourceId id, String cidr, String letter) {
    return Resource.of(
        id,
        new SubnetSpec(Value.ref(VPC, "id"), cidr, AwsStack.REGION.id() + letter, false, Map.of()));
  }

  private static String volume(Clients clients, String tag, String value) {
    String volume =
        clients
            .ec2()
            .createVolume(request -> request.availabilityZone(AwsStack.REGION.id() + "a").size(8))
            .volumeId();
    Ec2Tags.set(clients.ec2(), volume, Map.of(tag, value));
    return volume;
  }

  private static void plant(AwsStack stack, String cluster) {
    Clients clients = stack.clients();
    String subnet = stack.attributes(SUBNET).text("id").orElseThrow();
    String other = stack.attributes(OTHER).text("id").orElseThrow();
    String vpc = stack.attributes(VPC).text("id").orElseThrow();
    Tag mark = Tag.builder().key("elbv2.k8s.aws/cluster").value(cluster).build();
    String name = "lb" + cluster.substring(cluster.length() - 8);
    clients
        .loadBalancing()
        .createLoadBalancer(
            request -> request.name(name).subnets(subnet, other).type("network").tags(mark));
    clients
        .loadBalancing()
        .createTargetGroup(
            request -> request.name(name).protocol("TCP").port(19530).vpcId(vpc).tags(mark));
    clients
        .classicLoadBalancing()
        .createLoadBalancer(
            request ->
                request
                    .loadBalancerName(name + "c")
                    .subnets(subnet)
                    .listeners(
                        List.of(
                            software.amazon.awssdk.services.elasticloadbalancing.model.Listener
                                .builder()
                                .protocol("TCP")
                                .loadBalancerPort(80)
                                .instancePort(80)
                                .build()))
                    .tags(
                        List.of(
                            software.amazon.awssdk.services.elasticloadbalancing.model.Tag.builder()
                                .key("kubernetes.io/cluster/" + cluster)
                                .value("owned")
                                .build())));
    String networkInterface =
        clients
            .ec2()
            .createNetworkInterface(request -> request.subnetId(subnet))
            .networkInterface()
            .networkInterfaceId();
    Ec2Tags.set(clients.ec2(), networkInterface, Map.of("cluster.k8s.amazonaws.com/name", cluster));
    String group =
        clients
            .ec2()
            .createSecurityGroup(
                request -> request.groupName("k8s-" + name).description("elb").vpcId(vpc))
            .groupId();
    Ec2Tags.set(clients.ec2(), group, Map.of("elbv2.k8s.aws/cluster", cluster));
    volume(clients, "kubernetes.io/cluster/" + cluster, "owned");
    for (String path : List.of("/aws/containerinsights/%s/host", "/aws/eks/%s/cluster")) {
      clients.logs().createLogGroup(request -> request.logGroupName(path.formatted(cluster)));
    }
  }
}
