package dev.slipway.aws.network.natgateway;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.provider.Waiting;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ConnectivityType;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Makes NAT gateways. */
public final class NatGatewayHandler
    implements ResourceHandler<NatGatewaySpec, NatGatewayObserved> {
  /** One that was deleted stays listed for about an hour. */
  private static final Filter EXISTING =
      Filter.builder()
          .name("state")
          .values(
              NatGatewayState.PENDING.toString(),
              NatGatewayState.AVAILABLE.toString(),
              NatGatewayState.FAILED.toString(),
              NatGatewayState.DELETING.toString())
          .build();

  /** One takes about two minutes to be made or deleted. */
  private static final Waiting WAITING =
      new Waiting(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(15));

  private final Clients clients;

  public NatGatewayHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return NatGatewaySpec.TYPE;
  }

  @Override
  public Class<NatGatewaySpec> specType() {
    return NatGatewaySpec.class;
  }

  @Override
  public Optional<NatGatewayObserved> read(Subject<NatGatewaySpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, NatGatewayObserved> readAll(
      List<Subject<NatGatewaySpec>> subjects, Call call) {
    List<NatGatewayObserved> found =
        ec2()
            .describeNatGatewaysPaginator(
                request -> request.filter(Ec2Tags.ofStack(call), EXISTING))
            .natGateways()
            .stream()
            .map(NatGatewayHandler::observed)
            .toList();
    return Tags.pick(subjects, found, NatGatewayObserved::tags);
  }

  @Override
  public Diff diff(NatGatewaySpec desired, NatGatewayObserved observed) {
    return Diff.builder()
        .immutable("subnet", observed.subnet(), desired.subnet())
        .immutable("address", observed.address(), desired.address())
        .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags())
        .build();
  }

  @Override
  public NatGatewayObserved create(ResourceId id, NatGatewaySpec spec, Call call) {
    NatGateway made =
        ec2()
            .createNatGateway(
                request ->
                    request
                        .subnetId(spec.subnet().get())
                        .allocationId(spec.address().get())
                        .connectivityType(ConnectivityType.PUBLIC)
                        .clientToken(call.token())
                        .tagSpecifications(
                            Ec2Tags.specification(ResourceType.NATGATEWAY, id, spec.tags(), call)))
            .natGateway();
    return observed(made);
  }

  @Override
  public NatGatewayObserved update(
      ResourceId id, NatGatewaySpec spec, NatGatewayObserved observed, Call call) {
    Ec2Tags.set(ec2(), observed.id(), Tags.missing(spec.tags(), observed.tags()));
    return new NatGatewayObserved(
        observed.id(),
        observed.subnet(),
        observed.address(),
        observed.state(),
        observed.failure(),
        Tags.merged(observed.tags(), spec.tags()));
  }

  @Override
  public void delete(Subject<NatGatewaySpec> subject, NatGatewayObserved observed, Call call) {
    Refusals.unlessGone(
        () -> ec2().deleteNatGateway(request -> request.natGatewayId(observed.id())),
        "NatGatewayNotFound");
  }

  @Override
  public Status status(NatGatewayObserved observed) {
    return switch (observed.state()) {
      case "available" -> Status.CURRENT;
      case "failed" -> Status.failed(observed.failure().orElse("AWS gives no reason"));
      case "deleting" -> new Status.Terminating("AWS is deleting it");
      default -> Status.inProgress("it is " + observed.state());
    };
  }

  @Override
  public Waiting waiting() {
    return WAITING;
  }

  private static NatGatewayObserved observed(NatGateway gateway) {
    return new NatGatewayObserved(
        gateway.natGatewayId(),
        gateway.subnetId(),
        gateway.natGatewayAddresses().stream()
            .map(address -> address.allocationId())
            .filter(Objects::nonNull)
            .findFirst(),
        gateway.stateAsString(),
        Optional.ofNullable(gateway.failureMessage()).filter(text -> !text.isEmpty()),
        Ec2Tags.map(gateway.tags()));
  }

  private Ec2Client ec2() {
    return clients.ec2();
  }
}
