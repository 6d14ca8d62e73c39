package dev.slipway.aws;

import dev.slipway.aws.network.elasticip.ElasticIpSpec;
import dev.slipway.aws.network.internetgateway.InternetGatewaySpec;
import dev.slipway.aws.network.launchtemplate.LaunchTemplateSpec;
import dev.slipway.aws.network.natgateway.NatGatewaySpec;
import dev.slipway.aws.network.routetable.RouteTableSpec;
import dev.slipway.aws.network.routetable.RouteTableSpec.Gateway;
import dev.slipway.aws.network.routetable.RouteTableSpec.Route;
import dev.slipway.aws.network.securitygroup.SecurityGroupSpec;
import dev.slipway.aws.network.securitygroup.SecurityGroupSpec.Rule;
import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.network.subnettags.SubnetTagsSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network with one resource of each type. */
final class NetworkOfEach {
  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");
  private static final ResourceId INTERNET = new ResourceId(InternetGatewaySpec.TYPE, "internet");
  private static final ResourceId ADDRESS = new ResourceId(ElasticIpSpec.TYPE, "nat");
  private static final ResourceId NAT = new ResourceId(NatGatewaySpec.TYPE, "nat");

  private NetworkOfEach() {}

  /**
   * One of each; in the second form everything is changed in place that can be.
   *
   * @param foreign the id of a subnet that isn't the stack's
   */
  static Resource<?>[] of(AwsStack stack, String foreign, String form) {
    boolean first = form.equals("one");
    Map<String, String> tags = Map.of("form", form);
    Value<String> vpc = Value.ref(VPC, "id");
    Route out = new Route("0.0.0.0/0", Gateway.INTERNET, Value.ref(INTERNET, "id"));
    Route back = new Route("192.168.0.0/16", Gateway.INTERNET, Value.ref(INTERNET, "id"));
    Route natOut = new Route("0.0.0.0/0", Gateway.NAT, Value.ref(NAT, "id"));
    List<Rule> one = List.of(Rule.tcp(443, Value.of("10.6.0.0/16")));
    List<Rule> other = List.of(Rule.tcp(5432, Value.of("10.6.0.0/16")));
    return new Resource<?>[] {
      Resource.of(VPC, new VpcSpec("10.6.0.0/16", tags)),
      subnet("a", "10.6.0.0/20", tags),
      subnet("b", "10.6.16.0/20", tags),
      Resource.of(INTERNET, new InternetGatewaySpec(vpc, tags)),
      Resource.of(ADDRESS, new ElasticIpSpec(tags)),
      Resource.of(NAT, new NatGatewaySpec(id("a"), Value.ref(ADDRESS, "id"), tags)),
      Resource.of(
          new ResourceId(RouteTableSpec.TYPE, "a"),
          new RouteTableSpec(
              vpc,
              first ? List.of(out, back) : List.of(natOut),
              first ? List.of(id("a")) : List.of(),
              tags)),
      Resource.of(
          new ResourceId(RouteTableSpec.TYPE, "b"),
          new RouteTableSpec(vpc, List.of(out), List.of(id("b")), tags)),
      Resource.of(
          new ResourceId(SecurityGroupSpec.TYPE, "nodes"),
          new SecurityGroupSpec(
              vpc, stack.owner(), "The nodes", first ? one : other, first ? other : one, tags)),
      Resource.of(
          new ResourceId(LaunchTemplateSpec.TYPE, "nodes"),
          new LaunchTemplateSpec(
              stack.owner(),
              Optional.empty(),
              Optional.empty(),
              "/dev/xvda",
              first ? 100 : 200,
              1,
              List.of(),
              Optional.empty(),
              Map.of(),
              tags)),
      Resource.of(new ResourceId(SubnetTagsSpec.TYPE, foreign), new SubnetTagsSpec(foreign, tags))
    };
  }

  private static Value<String> id(String letter) {
    return Value.ref(new ResourceId(SubnetSpec.TYPE, letter), "id");
  }

  private static Resource<SubnetSpec> subnet(String letter, String cidr, Map<String, String> tags) {
    return Resource.of(
        new ResourceId(SubnetSpec.TYPE, letter),
        new SubnetSpec(Value.ref(VPC, "id"), cidr, AwsStack.REGION.id() + letter, false, tags));
  }
}
