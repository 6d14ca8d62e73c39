package dev.slipway.aws.network;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.network.elasticip.ElasticIpSpec;
import dev.slipway.aws.network.internetgateway.InternetGatewaySpec;
import dev.slipway.aws.network.natgateway.NatGatewaySpec;
import dev.slipway.aws.network.routetable.RouteTableSpec;
import dev.slipway.aws.network.routetable.RouteTableSpec.Gateway;
import dev.slipway.aws.network.routetable.RouteTableSpec.Route;
import dev.slipway.aws.network.subnet.SubnetSpec;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/** A public and a private subnet with their gateways, as a cluster needs them. */
@ExtendWith(AwsLab.class)
class NetworkTest {
  private static final ResourceId VPC = new ResourceId(VpcSpec.TYPE, "network");
  private static final ResourceId INTERNET = new ResourceId(InternetGatewaySpec.TYPE, "internet");
  private static final ResourceId PUBLIC = new ResourceId(SubnetSpec.TYPE, "public");
  private static final ResourceId PRIVATE = new ResourceId(SubnetSpec.TYPE, "private");
  private static final ResourceId ADDRESS = new ResourceId(ElasticIpSpec.TYPE, "nat");
  private static final ResourceId NAT = new ResourceId(NatGatewaySpec.TYPE, "nat");
  private static final ResourceId PUBLIC_ROUTES = new ResourceId(RouteTableSpec.TYPE, "public");
  private static final ResourceId PRIVATE_ROUTES = new ResourceId(RouteTableSpec.TYPE, "private");

  @Test
  void isMadeInTheOrderThatDataDictatesAndRemovedInReverse(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<?>[] network = network(Map.of());

      assertThat(stack.plan(network))
          .creates("aws.vpc/network")
          .before("aws.subnet/public")
          .creates("aws.elastic-ip/nat")
          .before("aws.nat-gateway/nat")
          .besides("aws.vpc/network")
          .creates("aws.nat-gateway/nat")
          .before("aws.route-table/private");
      assertThat(stack.up(network)).isClean();

      assertThat(stack.plan(network)).changesNothing();
      assertThat(stack.down()).isClean();
      assertThat(stack.plan()).changesNothing();
      assertThat(
              stack
                  .clients()
                  .ec2()
                  .describeRouteTables(request -> request.filters(Ec2Tags.ofStack(stack.call())))
                  .routeTables())
          .isEmpty();
    }
  }

  @Test
  void setsRoutesAssociationsAndTheAttachmentRightAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<?>[] network = network(Map.of());
      stack.up(network);
      RouteTable table = table(stack, "private");
      stack
          .clients()
          .ec2()
          .deleteRoute(
              request ->
                  request.routeTableId(table.routeTableId()).destinationCidrBlock("0.0.0.0/0"));
      stack
          .clients()
          .ec2()
          .createRoute(
              request ->
                  request
                      .routeTableId(table.routeTableId())
                      .destinationCidrBlock("192.168.0.0/16")
                      .natGatewayId(stack.attributes(NAT).text("id").orElseThrow()));
      stack
          .clients()
          .ec2()
          .disassociateRouteTable(
              request ->
                  request.associationId(
                      table.associations().stream()
                          .filter(association -> association.subnetId() != null)
                          .findFirst()
                          .orElseThrow()
                          .routeTableAssociationId()));

      assertThat(stack.plan(network))
          .updates("aws.route-table/private")
          .changing("routes", "subnets")
          .acts(1);
      assertThat(stack.up(network)).isClean();

      assertThat(stack.plan(network)).changesNothing();
      stack.down();
    }
  }

  @Test
  void everyPartTakesFurtherTagsInPlace(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(network(Map.of()));

      assertThat(stack.plan(network(Map.of("team", "search")))).acts(8);
      assertThat(stack.up(network(Map.of("team", "search")))).isClean();

      assertThat(stack.plan(network(Map.of("team", "search")))).changesNothing();
      stack.down();
    }
  }

  @Test
  void anotherAddressReplacesTheNatGatewayAndChangesTheRouteToIt(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(network(Map.of()));
      ResourceId other = new ResourceId(ElasticIpSpec.TYPE, "other");
      List<Resource<?>> changed = new ArrayList<>(List.of(network(Map.of())));
      changed.removeIf(resource -> resource.id().equals(NAT));
      changed.add(Resource.of(other, new ElasticIpSpec(Map.of())));
      changed.add(
          Resource.of(
              NAT, new NatGatewaySpec(Value.ref(PUBLIC, "id"), Value.ref(other, "id"), Map.of())));
      Resource<?>[] wanted = changed.toArray(Resource[]::new);

      assertThat(stack.plan(wanted))
          .replaces("aws.nat-gateway/nat")
          .updates("aws.route-table/private")
          .unknown("routes");
      assertThat(stack.up(wanted)).isClean();

      assertThat(stack.plan(wanted)).changesNothing();
      assertThat(stack.down()).isClean();
    }
  }

  private static RouteTable table(AwsStack stack, String name) {
    String id =
        stack.attributes(new ResourceId(RouteTableSpec.TYPE, name)).text("id").orElseThrow();
    return stack
        .clients()
        .ec2()
        .describeRouteTables(request -> request.routeTableIds(id))
        .routeTables()
        .getFirst();
  }

  private static Resource<?>[] network(Map<String, String> tags) {
    Value<String> vpc = Value.ref(VPC, "id");
    return new Resource<?>[] {
      Resource.of(VPC, new VpcSpec("10.1.0.0/16", tags)),
      Resource.of(INTERNET, new InternetGatewaySpec(vpc, tags)),
      Resource.of(PUBLIC, new SubnetSpec(vpc, "10.1.0.0/20", zone(), true, tags)),
      Resource.of(PRIVATE, new SubnetSpec(vpc, "10.1.64.0/18", zone(), false, tags)),
      Resource.of(ADDRESS, new ElasticIpSpec(tags)),
      Resource.of(NAT, new NatGatewaySpec(Value.ref(PUBLIC, "id"), Value.ref(ADDRESS, "id"), tags)),
      Resource.of(
          PUBLIC_ROUTES,
          new RouteTableSpec(
              vpc,
              List.of(new Route("0.0.0.0/0", Gateway.INTERNET, Value.ref(INTERNET, "id"))),
              List.of(Value.ref(PUBLIC, "id")),
              tags)),
      Resource.of(
          PRIVATE_ROUTES,
          new RouteTableSpec(
              vpc,
              List.of(new Route("0.0.0.0/0", Gateway.NAT, Value.ref(NAT, "id"))),
              List.of(Value.ref(PRIVATE, "id")),
              tags))
    };
  }

  private static String zone() {
    return AwsStack.REGION.id() + "a";
  }
}
