package dev.slipway.aws.route53.zone;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.mark.Digest;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.aws.route53.Changes;
import dev.slipway.aws.route53.DnsName;
import dev.slipway.aws.route53.Ids;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.CreateHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.VPC;

/**
 * Makes hosted zones. A zone is made without tags, so the reference that its maker gives it is its
 * mark too. A zone of the same name that isn't this stack's is refused, although Route 53 would
 * take a second one: only one of them is asked by the world.
 */
public final class ZoneHandler implements ResourceHandler<ZoneSpec, ZoneObserved> {
  private static final String ABSENT = "NoSuchHostedZone";

  private final Clients clients;

  public ZoneHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return ZoneSpec.TYPE;
  }

  @Override
  public Class<ZoneSpec> specType() {
    return ZoneSpec.class;
  }

  @Override
  public Optional<ZoneObserved> read(Subject<ZoneSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, ZoneObserved> readAll(List<Subject<ZoneSpec>> subjects, Call call) {
    return new Zones(route53()).find(subjects, call);
  }

  @Override
  public Diff diff(ZoneSpec desired, ZoneObserved observed) {
    return Diff.builder()
        .immutable("name", observed.name(), DnsName.plain(desired.name()))
        .immutable("vpc", observed.vpc(), desired.vpc())
        .field("marked", observed.tags().holder().isPresent(), true)
        .field("comment", observed.comment(), desired.comment())
        .field("tags", observed.tags().seen(desired.tags()), desired.tags())
        .build();
  }

  @Override
  public ZoneObserved create(ResourceId id, ZoneSpec spec, Call call) {
    ZoneObserved made =
        Refusals.make(
            () -> made(id, spec, call),
            () -> read(new Subject<>(id, Optional.of(spec), Optional.empty()), call),
            "HostedZoneAlreadyExists");
    ZoneTags.set(route53(), made.id(), made.tags().missing(Tags.of(id, spec.tags(), call)));
    return new ZoneObserved(
        made.id(),
        made.name(),
        made.comment(),
        made.vpc(),
        made.nameServers(),
        made.change(),
        Marked.made(id, spec.tags(), call));
  }

  private ZoneObserved made(ResourceId id, ZoneSpec spec, Call call) {
    Optional<String> vpc = spec.vpc().map(Value::get);
    CreateHostedZoneResponse answer =
        route53()
            .createHostedZone(
                request -> {
                  request
                      .name(spec.name())
                      .callerReference(Zones.mark(id, call) + Digest.of(call.token()))
                      .hostedZoneConfig(
                          config -> config.comment(spec.comment()).privateZone(vpc.isPresent()));
                  vpc.ifPresent(
                      network ->
                          request.vpc(
                              VPC.builder()
                                  .vpcId(network)
                                  .vpcRegion(clients.region().id())
                                  .build()));
                });
    return new ZoneObserved(
        Ids.bare(answer.hostedZone().id()),
        DnsName.plain(spec.name()),
        spec.comment(),
        vpc,
        answer.delegationSet() == null ? List.of() : answer.delegationSet().nameServers(),
        Changes.pending(answer.changeInfo()),
        Marked.of(Map.of(), id, call));
  }

  @Override
  public ZoneObserved update(ResourceId id, ZoneSpec spec, ZoneObserved observed, Call call) {
    if (!observed.comment().equals(spec.comment())) {
      route53()
          .updateHostedZoneComment(request -> request.id(observed.id()).comment(spec.comment()));
    }
    ZoneTags.set(route53(), observed.id(), observed.tags().missing(Tags.of(id, spec.tags(), call)));
    return new ZoneObserved(
        observed.id(),
        observed.name(),
        spec.comment(),
        observed.vpc(),
        observed.nameServers(),
        observed.change(),
        Marked.made(id, spec.tags(), call));
  }

  /** A zone with records that aren't this stack's is refused, which passes when they are gone. */
  @Override
  public void delete(Subject<ZoneSpec> subject, ZoneObserved observed, Call call) {
    Refusals.unlessGone(
        () -> route53().deleteHostedZone(request -> request.id(observed.id())), ABSENT);
  }

  @Override
  public Status status(ZoneObserved observed) {
    return Changes.status(observed.change());
  }

  @Override
  public Attributes predict(ZoneSpec spec) {
    return Attributes.of("name", DnsName.plain(spec.name()));
  }

  private Route53Client route53() {
    return clients.route53();
  }
}
