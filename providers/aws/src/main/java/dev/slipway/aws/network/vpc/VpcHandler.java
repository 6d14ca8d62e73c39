package dev.slipway.aws.network.vpc;

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
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** Makes virtual private clouds. */
public final class VpcHandler implements ResourceHandler<VpcSpec, VpcObserved> {
  private final Clients clients;

  public VpcHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return VpcSpec.TYPE;
  }

  @Override
  public Class<VpcSpec> specType() {
    return VpcSpec.class;
  }

  @Override
  public Optional<VpcObserved> read(Subject<VpcSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, VpcObserved> readAll(List<Subject<VpcSpec>> subjects, Call call) {
    List<VpcObserved> found =
        ec2()
            .describeVpcsPaginator(request -> request.filters(Ec2Tags.ofStack(call)))
            .vpcs()
            .stream()
            .map(vpc -> observed(vpc, hasDnsNames(vpc.vpcId())))
            .toList();
    return Tags.pick(subjects, found, VpcObserved::tags);
  }

  @Override
  public Diff diff(VpcSpec desired, VpcObserved observed) {
    return Diff.builder()
        .immutable("cidr", observed.cidr(), desired.cidr())
        .field("dnsNames", observed.dnsNames(), true)
        .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags())
        .build();
  }

  @Override
  public VpcObserved create(ResourceId id, VpcSpec spec, Call call) {
    Vpc made =
        ec2()
            .createVpc(
                request ->
                    request
                        .cidrBlock(spec.cidr())
                        .tagSpecifications(
                            Ec2Tags.specification(ResourceType.VPC, id, spec.tags(), call)))
            .vpc();
    giveDnsNames(made.vpcId());
    return observed(made, true);
  }

  @Override
  public VpcObserved update(ResourceId id, VpcSpec spec, VpcObserved observed, Call call) {
    if (!observed.dnsNames()) {
      giveDnsNames(observed.id());
    }
    Ec2Tags.set(ec2(), observed.id(), Tags.missing(spec.tags(), observed.tags()));
    return new VpcObserved(
        observed.id(),
        observed.cidr(),
        observed.state(),
        true,
        Tags.merged(observed.tags(), spec.tags()));
  }

  @Override
  public void delete(Subject<VpcSpec> subject, VpcObserved observed, Call call) {
    Refusals.unlessGone(
        () -> ec2().deleteVpc(request -> request.vpcId(observed.id())), "InvalidVpcID.NotFound");
  }

  @Override
  public Status status(VpcObserved observed) {
    return observed.state().equals("available")
        ? Status.CURRENT
        : Status.inProgress("it is " + observed.state());
  }

  @Override
  public Attributes predict(VpcSpec spec) {
    return Attributes.of("cidr", spec.cidr());
  }

  private boolean hasDnsNames(String vpc) {
    return Refusals.find(
            () ->
                ec2()
                    .describeVpcAttribute(
                        request ->
                            request.vpcId(vpc).attribute(VpcAttributeName.ENABLE_DNS_HOSTNAMES))
                    .enableDnsHostnames()
                    .value(),
            "InvalidVpcID.NotFound")
        .orElse(false);
  }

  /** Names are resolved in a new VPC without being asked for. */
  private void giveDnsNames(String vpc) {
    ec2()
        .modifyVpcAttribute(
            request -> request.vpcId(vpc).enableDnsHostnames(value -> value.value(true)));
  }

  private static VpcObserved observed(Vpc vpc, boolean dnsNames) {
    return new VpcObserved(
        vpc.vpcId(), vpc.cidrBlock(), vpc.stateAsString(), dnsNames, Ec2Tags.map(vpc.tags()));
  }

  private Ec2Client ec2() {
    return clients.ec2();
  }
}
