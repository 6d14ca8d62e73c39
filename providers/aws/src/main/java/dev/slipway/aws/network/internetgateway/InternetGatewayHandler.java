package dev.slipway.aws.network.internetgateway;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.InternetGatewayAttachment;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Makes internet gateways and attaches them. */
public final class InternetGatewayHandler
    implements ResourceHandler<InternetGatewaySpec, InternetGatewayObserved> {
  private final Clients clients;

  public InternetGatewayHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return InternetGatewaySpec.TYPE;
  }

  @Override
  public Class<InternetGatewaySpec> specType() {
    return InternetGatewaySpec.class;
  }

  @Override
  public Optional<InternetGatewayObserved> read(Subject<InternetGatewaySpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, InternetGatewayObserved> readAll(
      List<Subject<InternetGatewaySpec>> subjects, Call call) {
    List<InternetGatewayObserved> found =
        ec2()
            .describeInternetGatewaysPaginator(request -> request.filters(Ec2Tags.ofStack(call)))
            .internetGateways()
            .stream()
            .map(InternetGatewayHandler::observed)
            .toList();
    return Tags.pick(subjects, found, InternetGatewayObserved::tags);
  }

  @Override
  public Diff diff(InternetGatewaySpec desired, InternetGatewayObserved observed) {
    return Diff.builder()
        .field("vpc", observed.vpc(), desired.vpc())
        .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags())
        .build();
  }

  @Override
  public InternetGatewayObserved create(ResourceId id, InternetGatewaySpec spec, Call call) {
    InternetGateway made =
        ec2()
            .createInternetGateway(
                request ->
                    request.tagSpecifications(
                        Ec2Tags.specification(
                            ResourceType.INTERNET_GATEWAY, id, spec.tags(), call)))
            .internetGateway();
    return update(id, spec, observed(made), call);
  }

  @Override
  public InternetGatewayObserved update(
      ResourceId id, InternetGatewaySpec spec, InternetGatewayObserved observed, Call call) {
    String vpc = spec.vpc().get();
    if (!observed.vpc().equals(Optional.of(vpc))) {
      detach(observed);
      ec2().attachInternetGateway(request -> request.internetGatewayId(observed.id()).vpcId(vpc));
    }
    Ec2Tags.set(ec2(), observed.id(), Tags.missing(spec.tags(), observed.tags()));
    return new InternetGatewayObserved(
        observed.id(), Optional.of(vpc), Tags.merged(observed.tags(), spec.tags()));
  }

  @Override
  public void delete(
      Subject<InternetGatewaySpec> subject, InternetGatewayObserved observed, Call call) {
    detach(observed);
    Refusals.unlessGone(
        () -> ec2().deleteInternetGateway(request -> request.internetGatewayId(observed.id())),
        "InvalidInternetGatewayID.NotFound");
  }

  @Override
  public Status status(InternetGatewayObserved observed) {
    return observed.vpc().isPresent()
        ? Status.CURRENT
        : Status.inProgress("it isn't attached to a VPC yet");
  }

  private void detach(InternetGatewayObserved observed) {
    observed
        .vpc()
        .ifPresent(
            vpc ->
                Refusals.unlessGone(
                    () ->
                        ec2()
                            .detachInternetGateway(
                                request -> request.internetGatewayId(observed.id()).vpcId(vpc)),
                    "Gateway.NotAttached",
                    "InvalidInternetGatewayID.NotFound"));
  }

  private static InternetGatewayObserved observed(InternetGateway gateway) {
    return new InternetGatewayObserved(
        gateway.internetGatewayId(),
        gateway.attachments().stream().map(InternetGatewayAttachment::vpcId).findFirst(),
        Ec2Tags.map(gateway.tags()));
  }

  private Ec2Client ec2() {
    return clients.ec2();
  }
}
