package dev.slipway.aws.network.routetable;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/** Makes route tables, with their routes and associations. */
public final class RouteTableHandler
    implements ResourceHandler<RouteTableSpec, RouteTableObserved> {
  private final Clients clients;

  public RouteTableHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return RouteTableSpec.TYPE;
  }

  @Override
  public Class<RouteTableSpec> specType() {
    return RouteTableSpec.class;
  }

  @Override
  public Optional<RouteTableObserved> read(Subject<RouteTableSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, RouteTableObserved> readAll(
      List<Subject<RouteTableSpec>> subjects, Call call) {
    List<RouteTableObserved> found =
        ec2()
            .describeRouteTablesPaginator(request -> request.filters(Ec2Tags.ofStack(call)))
            .routeTables()
            .stream()
            .map(RouteTableHandler::observed)
            .toList();
    return Tags.pick(subjects, found, RouteTableObserved::tags);
  }

  @Override
  public Diff diff(RouteTableSpec desired, RouteTableObserved observed) {
    return Diff.builder()
        .immutable("vpc", observed.vpc(), desired.vpc())
        .field("routes", observed.routes(), routes(desired))
        .field(
            "subnets", Set.copyOf(observed.associations().keySet()), Set.copyOf(desired.subnets()))
        .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags())
        .build();
  }

  @Override
  public RouteTableObserved create(ResourceId id, RouteTableSpec spec, Call call) {
    RouteTable made =
        ec2()
            .createRouteTable(
                request ->
                    request
                        .vpcId(spec.vpc().get())
                        .tagSpecifications(
                            Ec2Tags.specification(ResourceType.ROUTE_TABLE, id, spec.tags(), call)))
            .routeTable();
    return update(id, spec, observed(made), call);
  }

  @Override
  public RouteTableObserved update(
      ResourceId id, RouteTableSpec spec, RouteTableObserved observed, Call call) {
    setRoutes(spec, observed);
    Map<String, String> associations = associate(spec, observed);
    Ec2Tags.set(ec2(), observed.id(), Tags.missing(spec.tags(), observed.tags()));
    Map<String, String> routes = new TreeMap<>();
    spec.routes().forEach(route -> routes.put(route.destination(), route.gateway().get()));
    return new RouteTableObserved(
        observed.id(),
        observed.vpc(),
        routes,
        associations,
        Tags.merged(observed.tags(), spec.tags()));
  }

  @Override
  public void delete(Subject<RouteTableSpec> subject, RouteTableObserved observed, Call call) {
    observed.associations().values().forEach(this::disassociate);
    Refusals.unlessGone(
        () -> ec2().deleteRouteTable(request -> request.routeTableId(observed.id())),
        "InvalidRouteTableID.NotFound");
  }

  @Override
  public Status status(RouteTableObserved observed) {
    return Status.CURRENT;
  }

  private static Map<String, Value<String>> routes(RouteTableSpec spec) {
    Map<String, Value<String>> routes = new TreeMap<>();
    spec.routes().forEach(route -> routes.put(route.destination(), route.gateway()));
    return routes;
  }

  private void setRoutes(RouteTableSpec spec, RouteTableObserved observed) {
    Map<String, String> superfluous = new TreeMap<>(observed.routes());
    for (RouteTableSpec.Route route : spec.routes()) {
      String before = superfluous.remove(route.destination());
      if (!route.gateway().get().equals(before)) {
        set(observed.id(), route, before != null);
      }
    }
    for (String destination : superfluous.keySet()) {
      Refusals.unlessGone(
          () ->
              ec2()
                  .deleteRoute(
                      request ->
                          request.routeTableId(observed.id()).destinationCidrBlock(destination)),
          "InvalidRoute.NotFound");
    }
  }

  private void set(String table, RouteTableSpec.Route route, boolean exists) {
    String internet = route.by() == RouteTableSpec.Gateway.INTERNET ? route.gateway().get() : null;
    String nat = route.by() == RouteTableSpec.Gateway.NAT ? route.gateway().get() : null;
    if (exists) {
      ec2()
          .replaceRoute(
              request ->
                  request
                      .routeTableId(table)
                      .destinationCidrBlock(route.destination())
                      .gatewayId(internet)
                      .natGatewayId(nat));
    } else {
      ec2()
          .createRoute(
              request ->
                  request
                      .routeTableId(table)
                      .destinationCidrBlock(route.destination())
                      .gatewayId(internet)
                      .natGatewayId(nat));
    }
  }

  private Map<String, String> associate(RouteTableSpec spec, RouteTableObserved observed) {
    Map<String, String> superfluous = new TreeMap<>(observed.associations());
    Map<String, String> associations = new TreeMap<>();
    for (Value<String> value : spec.subnets()) {
      String subnet = value.get();
      String before = superfluous.remove(subnet);
      associations.put(
          subnet,
          before != null
              ? before
              : ec2()
                  .associateRouteTable(
                      request -> request.routeTableId(observed.id()).subnetId(subnet))
                  .associationId());
    }
    superfluous.values().forEach(this::disassociate);
    return associations;
  }

  private void disassociate(String association) {
    Refusals.unlessGone(
        () -> ec2().disassociateRouteTable(request -> request.associationId(association)),
        "InvalidAssociationID.NotFound");
  }

  private static RouteTableObserved observed(RouteTable table) {
    Map<String, String> routes = new TreeMap<>();
    for (Route route : table.routes()) {
      String gateway = route.natGatewayId() != null ? route.natGatewayId() : route.gatewayId();
      if (gateway != null && !gateway.equals("local") && route.destinationCidrBlock() != null) {
        routes.put(route.destinationCidrBlock(), gateway);
      }
    }
    Map<String, String> associations = new TreeMap<>();
    for (RouteTableAssociation association : table.associations()) {
      if (association.subnetId() != null) {
        associations.put(association.subnetId(), association.routeTableAssociationId());
      }
    }
    return new RouteTableObserved(
        table.routeTableId(), table.vpcId(), routes, associations, Ec2Tags.map(table.tags()));
  }

  private Ec2Client ec2() {
    return clients.ec2();
  }
}
