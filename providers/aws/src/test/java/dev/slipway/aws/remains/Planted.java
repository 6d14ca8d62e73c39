package dev.slipway.aws.remains;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.access.Clients;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** A network, and in it what a cluster would make by itself. */
public final class Planted {
  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");
  private static final ResourceId SUBNET = new ResourceId(SubnetSpec.TYPE, "a");
  private static final ResourceId OTHER = new ResourceId(SubnetSpec.TYPE, "b");

  private Planted() {}

  /** The network, and the resource that removes what a cluster left in it. */
  public static Resource<?>[] wanted(String cluster) {
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

  static String volume(Clients clients, String tag, String value) {
    String volume =
        clients
            .ec2()
            .createVolume(request -> request.availabilityZone(AwsStack.REGION.id() + "a").size(8))
            .volumeId();
    Ec2Tags.set(clients.ec2(), volume, Map.of(tag, value));
    return volume;
  }

  /** Makes one of each. */
  public static void plant(AwsStack stack, String cluster) {
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
    clients
        .ec2()
        .authorizeSecurityGroupIngress(
            request ->
                request
                    .groupId(group)
                    .ipPermissions(
                        IpPermission.builder()
                            .ipProtocol("tcp")
                            .fromPort(19530)
                            .toPort(19530)
                            .ipRanges(IpRange.builder().cidrIp("10.3.0.0/16").build())
                            .build()));
    Ec2Tags.set(clients.ec2(), group, Map.of("elbv2.k8s.aws/cluster", cluster));
    volume(clients, "kubernetes.io/cluster/" + cluster, "owned");
    for (String path : List.of("/aws/containerinsights/%s/host", "/aws/eks/%s/cluster")) {
      clients.logs().createLogGroup(request -> request.logGroupName(path.formatted(cluster)));
    }
  }
}
