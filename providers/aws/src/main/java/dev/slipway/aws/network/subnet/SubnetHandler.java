package dev.slipway.aws.network.subnet;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Subnet;

/** Makes subnets. */
public final class SubnetHandler implements ResourceHandler<SubnetSpec, SubnetObserved> {
  private final Clients clients;

  public SubnetHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return SubnetSpec.TYPE;
  }

  @Override
  public Class<SubnetSpec> specType() {
    return SubnetSpec.class;
  }

  @Override
  public Optional<SubnetObserved> read(Subject<SubnetSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, SubnetObserved> readAll(List<Subject<SubnetSpec>> subjects, Call call) {
    List<SubnetObserved> found =
        ec2()
            .describeSubnetsPaginator(request -> request.filters(Ec2Tags.ofStack(call)))
            .subnets()
            .stream()
            .map(SubnetHandler::observed)
            .toList();
    return Tags.pick(subjects, found, SubnetObserved::tags);
  }

  @Override
  public Diff diff(SubnetSpec desired, SubnetObserved observed) {
    return Diff.builder()
        .immutable("vpc", observed.vpc(), desired.vpc())
        .immutable("cidr", observed.cidr(), desired.cidr())
        .immutable("zone", observed.zone(), desired.zone())
        .field("publicAddresses", observed.publicAddresses(), desired.publicAddresses())
        .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags())
        .build();
  }

  @Override
  public SubnetObserved create(ResourceId id, SubnetSpec spec, Call call) {
    Subnet made =
        ec2()
            .createSubnet(
                request ->
                    request
                        .vpcId(spec.vpc().get())
                        .cidrBlock(spec.cidr())
                        .availabilityZone(spec.zone())
                        .tagSpecifications(
                            Ec2Tags.specification(ResourceType.SUBNET, id, spec.tags(), call)))
            .subnet();
    SubnetObserved observed = observed(made);
    return observed.publicAddresses() == spec.publicAddresses()
        ? observed
        : update(id, spec, observed, call);
  }

  @Override
  public SubnetObserved update(ResourceId id, SubnetSpec spec, SubnetObserved observed, Call call) {
    if (observed.publicAddresses() != spec.publicAddresses()) {
      ec2()
          .modifySubnetAttribute(
              request ->
                  request
                      .subnetId(observed.id())
                      .mapPublicIpOnLaunch(value -> value.value(spec.publicAddresses())));
    }
    Ec2Tags.set(ec2(), observed.id(), Tags.missing(spec.tags(), observed.tags()));
    return new SubnetObserved(
        observed.id(),
        observed.vpc(),
        observed.cidr(),
        observed.zone(),
        spec.publicAddresses(),
        observed.state(),
        Tags.merged(observed.tags(), spec.tags()));
  }

  @Override
  public void delete(Subject<SubnetSpec> subject, SubnetObserved observed, Call call) {
    Refusals.unlessGone(
        () -> ec2().deleteSubnet(request -> request.subnetId(observed.id())),
        "InvalidSubnetID.NotFound");
  }

  @Override
  public Status status(SubnetObserved observed) {
    return observed.state().equals("available")
        ? Status.CURRENT
        : Status.inProgress("it is " + observed.state());
  }

  @Override
  public Attributes predict(SubnetSpec spec) {
    return Attributes.of("cidr", spec.cidr(), "zone", spec.zone());
  }

  private static SubnetObserved observed(Subnet subnet) {
    return new SubnetObserved(
        subnet.subnetId(),
        subnet.vpcId(),
        subnet.cidrBlock(),
        subnet.availabilityZone(),
        Boolean.TRUE.equals(subnet.mapPublicIpOnLaunch()),
        subnet.stateAsString(),
        Ec2Tags.map(subnet.tags()));
  }

  private Ec2Client ec2() {
    return clients.ec2();
  }
}
