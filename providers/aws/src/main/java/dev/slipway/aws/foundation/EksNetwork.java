package dev.slipway.aws.foundation;

import dev.slipway.aws.network.Cidr;
import dev.slipway.aws.network.elasticip.ElasticIpSpec;
import dev.slipway.aws.network.internetgateway.InternetGatewaySpec;
import dev.slipway.aws.network.natgateway.NatGatewaySpec;
import dev.slipway.aws.network.routetable.RouteTableSpec;
import dev.slipway.aws.network.routetable.RouteTableSpec.Gateway;
import dev.slipway.aws.network.routetable.RouteTableSpec.Route;
import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.network.subnettags.SubnetTagsSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The network of a cluster: one that is made, with a public and a private subnet in each zone, or
 * one that is there, whose subnets get the tags that load balancers are placed by.
 */
final class EksNetwork {
  private static final String EVERYWHERE = "0.0.0.0/0";

  /** Three bits: four public and four private parts. */
  private static final int BITS = 3;

  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");
  private static final ResourceId INTERNET = new ResourceId(InternetGatewaySpec.TYPE, "internet");

  private final EksConfig config;
  private final String cluster;

  EksNetwork(EksConfig config, String cluster) {
    this.config = config;
    this.cluster = cluster;
  }

  List<Resource<?>> resources() {
    return config.network().vpc().isPresent() ? tagged() : made();
  }

  /** Where nodes run. */
  List<Value<String>> privateSubnets() {
    return config.network().vpc().isPresent()
        ? config.network().privateSubnets().stream().map(Value::of).toList()
        : zones().stream().map(zone -> Value.<String>ref(subnet("private", zone), "id")).toList();
  }

  /** Where the control plane has its network interfaces. */
  List<Value<String>> allSubnets() {
    List<Value<String>> all = new ArrayList<>(privateSubnets());
    if (config.network().vpc().isPresent()) {
      config.network().publicSubnets().forEach(subnet -> all.add(Value.of(subnet)));
    } else {
      zones().forEach(zone -> all.add(Value.ref(subnet("public", zone), "id")));
    }
    return all;
  }

  /** What must be there for a node to reach the cluster and its images. */
  List<ResourceId> ways() {
    return resources().stream()
        .map(Resource::id)
        .filter(id -> id.type().equals(RouteTableSpec.TYPE))
        .toList();
  }

  private List<Resource<?>> tagged() {
    List<Resource<?>> all = new ArrayList<>();
    config
        .network()
        .privateSubnets()
        .forEach(subnet -> all.add(tags(subnet, "kubernetes.io/role/internal-elb")));
    config
        .network()
        .publicSubnets()
        .forEach(subnet -> all.add(tags(subnet, "kubernetes.io/role/elb")));
    return all;
  }

  private Resource<SubnetTagsSpec> tags(String subnet, String role) {
    return Resource.of(
        new ResourceId(SubnetTagsSpec.TYPE, subnet), new SubnetTagsSpec(subnet, roles(role)));
  }

  private List<Resource<?>> made() {
    List<Cidr> parts = Cidr.parse(config.network().cidr()).parts(BITS);
    List<Resource<?>> all = new ArrayList<>();
    all.add(Resource.of(VPC, new VpcSpec(config.network().cidr(), config.tags())));
    all.add(Resource.of(INTERNET, new InternetGatewaySpec(Value.ref(VPC, "id"), config.tags())));
    for (int zone : zones()) {
      all.add(subnet("public", zone, parts.get(zone - 1), true, roles("kubernetes.io/role/elb")));
      all.add(
          subnet(
              "private",
              zone,
              parts.get(parts.size() / 2 + zone - 1),
              false,
              roles("kubernetes.io/role/internal-elb")));
    }
    all.add(
        routes(
            "public",
            new Route(EVERYWHERE, Gateway.INTERNET, Value.ref(INTERNET, "id")),
            zones().stream().map(zone -> subnet("public", zone)).toList()));
    switch (config.network().nat()) {
      case ONE -> all.addAll(nat("all", 1, zones()));
      case EACH -> zones().forEach(zone -> all.addAll(nat(zone.toString(), zone, List.of(zone))));
    }
    return all;
  }

  /** A NAT gateway in a zone's public subnet, for the private subnets of some zones. */
  private List<Resource<?>> nat(String name, int zone, List<Integer> served) {
    ResourceId address = new ResourceId(ElasticIpSpec.TYPE, "nat-" + name);
    ResourceId gateway = new ResourceId(NatGatewaySpec.TYPE, name);
    return List.of(
        Resource.of(address, new ElasticIpSpec(config.tags())),
        // It answers only once its subnet leads to the Internet.
        Resource.of(
                gateway,
                new NatGatewaySpec(
                    Value.ref(subnet("public", zone), "id"),
                    Value.ref(address, "id"),
                    config.tags()))
            .after(new ResourceId(RouteTableSpec.TYPE, "public")),
        routes(
            "private-" + name,
            new Route(EVERYWHERE, Gateway.NAT, Value.ref(gateway, "id")),
            served.stream().map(each -> subnet("private", each)).toList()));
  }

  private Resource<RouteTableSpec> routes(String name, Route route, List<ResourceId> subnets) {
    return Resource.of(
        new ResourceId(RouteTableSpec.TYPE, name),
        new RouteTableSpec(
            Value.ref(VPC, "id"),
            List.of(route),
            subnets.stream().map(id -> Value.<String>ref(id, "id")).toList(),
            config.tags()));
  }

  private Resource<SubnetSpec> subnet(
      String kind, int zone, Cidr range, boolean publicAddresses, Map<String, String> roles) {
    Map<String, String> tags = new TreeMap<>(config.tags());
    tags.putAll(roles);
    return Resource.of(
        subnet(kind, zone),
        new SubnetSpec(
            Value.ref(VPC, "id"), range.toString(), Integer.toString(zone), publicAddresses, tags));
  }

  private Map<String, String> roles(String role) {
    return Map.of("kubernetes.io/cluster/" + cluster, "shared", role, "1");
  }

  private List<Integer> zones() {
    return IntStream.rangeClosed(1, config.network().zones()).boxed().toList();
  }

  private static ResourceId subnet(String kind, int zone) {
    return new ResourceId(SubnetSpec.TYPE, kind + "-" + zone);
  }
}
