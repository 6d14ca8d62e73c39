package dev.slipway.aws.network.securitygroup;

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
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

/** Makes security groups with their rules. A rule that the spec doesn't name is taken away. */
public final class SecurityGroupHandler
    implements ResourceHandler<SecurityGroupSpec, SecurityGroupObserved> {
  private static final String KNOWN = "InvalidPermission.Duplicate";
  private static final String UNKNOWN = "InvalidPermission.NotFound";

  private final Clients clients;

  public SecurityGroupHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return SecurityGroupSpec.TYPE;
  }

  @Override
  public Class<SecurityGroupSpec> specType() {
    return SecurityGroupSpec.class;
  }

  @Override
  public Optional<SecurityGroupObserved> read(Subject<SecurityGroupSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, SecurityGroupObserved> readAll(
      List<Subject<SecurityGroupSpec>> subjects, Call call) {
    List<SecurityGroupObserved> found =
        ec2()
            .describeSecurityGroupsPaginator(request -> request.filters(Ec2Tags.ofStack(call)))
            .securityGroups()
            .stream()
            .map(SecurityGroupHandler::observed)
            .toList();
    return Tags.pick(subjects, found, SecurityGroupObserved::tags);
  }

  @Override
  public Diff diff(SecurityGroupSpec desired, SecurityGroupObserved observed) {
    return Diff.builder()
        .immutable("vpc", observed.vpc(), desired.vpc())
        .immutable("name", observed.name(), desired.name())
        .immutable("description", observed.description(), desired.description())
        .field("ingress", Rules.sorted(observed.ingress()), Rules.sorted(desired.ingress()))
        .field("egress", Rules.sorted(observed.egress()), Rules.sorted(desired.egress()))
        .field("tags", Tags.seen(desired.tags(), observed.tags()), desired.tags())
        .build();
  }

  @Override
  public SecurityGroupObserved create(ResourceId id, SecurityGroupSpec spec, Call call) {
    String group =
        ec2()
            .createSecurityGroup(
                request ->
                    request
                        .vpcId(spec.vpc().get())
                        .groupName(spec.name())
                        .description(spec.description())
                        .tagSpecifications(
                            Ec2Tags.specification(
                                ResourceType.SECURITY_GROUP, id, spec.tags(), call)))
            .groupId();
    // AWS lets a new group reach everything.
    SecurityGroupObserved made =
        new SecurityGroupObserved(
            group,
            spec.vpc().get(),
            spec.name(),
            spec.description(),
            List.of(),
            List.of(SecurityGroupSpec.Rule.ANYWHERE),
            Tags.of(id, spec.tags(), call));
    return update(id, spec, made, call);
  }

  @Override
  public SecurityGroupObserved update(
      ResourceId id, SecurityGroupSpec spec, SecurityGroupObserved observed, Call call) {
    String group = observed.id();
    for (IpPermission rule : Rules.without(spec.ingress(), observed.ingress())) {
      Refusals.unlessGone(
          () ->
              ec2()
                  .authorizeSecurityGroupIngress(
                      request -> request.groupId(group).ipPermissions(rule)),
          KNOWN);
    }
    for (IpPermission rule : Rules.without(spec.egress(), observed.egress())) {
      Refusals.unlessGone(
          () ->
              ec2()
                  .authorizeSecurityGroupEgress(
                      request -> request.groupId(group).ipPermissions(rule)),
          KNOWN);
    }
    for (IpPermission rule : Rules.without(observed.ingress(), spec.ingress())) {
      Refusals.unlessGone(
          () ->
              ec2()
                  .revokeSecurityGroupIngress(
                      request -> request.groupId(group).ipPermissions(rule)),
          UNKNOWN);
    }
    for (IpPermission rule : Rules.without(observed.egress(), spec.egress())) {
      Refusals.unlessGone(
          () ->
              ec2()
                  .revokeSecurityGroupEgress(request -> request.groupId(group).ipPermissions(rule)),
          UNKNOWN);
    }
    Ec2Tags.set(ec2(), group, Tags.missing(spec.tags(), observed.tags()));
    return new SecurityGroupObserved(
        group,
        observed.vpc(),
        observed.name(),
        observed.description(),
        spec.ingress(),
        spec.egress(),
        Tags.merged(observed.tags(), spec.tags()));
  }

  @Override
  public void delete(
      Subject<SecurityGroupSpec> subject, SecurityGroupObserved observed, Call call) {
    Refusals.unlessGone(
        () -> ec2().deleteSecurityGroup(request -> request.groupId(observed.id())),
        "InvalidGroup.NotFound");
  }

  @Override
  public Status status(SecurityGroupObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(SecurityGroupSpec spec) {
    return Attributes.of("name", spec.name());
  }

  private static SecurityGroupObserved observed(SecurityGroup group) {
    return new SecurityGroupObserved(
        group.groupId(),
        group.vpcId(),
        group.groupName(),
        group.description(),
        Rules.of(group.ipPermissions()),
        Rules.of(group.ipPermissionsEgress()),
        Ec2Tags.map(group.tags()));
  }

  private Ec2Client ec2() {
    return clients.ec2();
  }
}
