package dev.slipway.aws.network.elasticip;

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
import software.amazon.awssdk.services.ec2.model.Address;
import software.amazon.awssdk.services.ec2.model.DomainType;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/** Allocates elastic IP addresses. */
public final class ElasticIpHandler implements ResourceHandler<ElasticIpSpec, ElasticIpObserved> {
  private final Clients clients;

  public ElasticIpHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return ElasticIpSpec.TYPE;
  }

  @Override
  public Class<ElasticIpSpec> specType() {
    return ElasticIpSpec.class;
  }

  @Override
  public Optional<ElasticIpObserved> read(Subject<ElasticIpSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, ElasticIpObserved> readAll(
      List<Subject<ElasticIpSpec>> subjects, Call call) {
    List<ElasticIpObserved> found =
        ec2()
            .describeAddresses(request -> request.filters(Ec2Tags.ofStack(call)))
            .addresses()
            .stream()
            .map(ElasticIpHandler::observed)
            .toList();
    return Tags.pick(subjects, found, ElasticIpObserved::tags);
  }

  @Override
  public Diff diff(ElasticIpSpec desired, ElasticIpObserved observed) {
    return Diff.builder()
        .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags())
        .build();
  }

  @Override
  public ElasticIpObserved create(ResourceId id, ElasticIpSpec spec, Call call) {
    var made =
        ec2()
            .allocateAddress(
                request ->
                    request
                        .domain(DomainType.VPC)
                        .tagSpecifications(
                            Ec2Tags.specification(ResourceType.ELASTIC_IP, id, spec.tags(), call)));
    return new ElasticIpObserved(
        made.allocationId(), made.publicIp(), Tags.of(id, spec.tags(), call));
  }

  @Override
  public ElasticIpObserved update(
      ResourceId id, ElasticIpSpec spec, ElasticIpObserved observed, Call call) {
    Ec2Tags.set(ec2(), observed.id(), Tags.missing(spec.tags(), observed.tags()));
    return new ElasticIpObserved(
        observed.id(), observed.address(), Tags.merged(observed.tags(), spec.tags()));
  }

  @Override
  public void delete(Subject<ElasticIpSpec> subject, ElasticIpObserved observed, Call call) {
    Refusals.unlessGone(
        () -> ec2().releaseAddress(request -> request.allocationId(observed.id())),
        "InvalidAllocationID.NotFound");
  }

  @Override
  public Status status(ElasticIpObserved observed) {
    return Status.CURRENT;
  }

  private static ElasticIpObserved observed(Address address) {
    return new ElasticIpObserved(
        address.allocationId(), address.publicIp(), Ec2Tags.map(address.tags()));
  }

  private Ec2Client ec2() {
    return clients.ec2();
  }
}
