package dev.slipway.aws.route53.zone;

import dev.slipway.aws.mark.Digest;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.aws.route53.Changes;
import dev.slipway.aws.route53.DnsName;
import dev.slipway.aws.route53.Ids;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HostedZone;

/** Looks hosted zones up: all of the account by one list, then those in question. */
record Zones(Route53Client route53) {
  /** How the caller references of a resource's zones begin. */
  static String mark(ResourceId id, Call call) {
    return "slipway-" + Digest.of(call.owner() + " " + id) + "-";
  }

  Map<ResourceId, ZoneObserved> find(List<Subject<ZoneSpec>> subjects, Call call) {
    List<HostedZone> all = route53.listHostedZonesPaginator().hostedZones().stream().toList();
    Map<ResourceId, List<HostedZone>> candidates = new LinkedHashMap<>();
    for (Subject<ZoneSpec> subject : subjects) {
      candidates.put(
          subject.id(), all.stream().filter(zone -> isCandidate(zone, subject, call)).toList());
    }
    Map<String, Map<String, String>> tags =
        ZoneTags.of(
            candidates.values().stream()
                .flatMap(List::stream)
                .map(zone -> Ids.bare(zone.id()))
                .distinct()
                .toList(),
            route53);
    Map<ResourceId, ZoneObserved> found = new LinkedHashMap<>();
    for (Subject<ZoneSpec> subject : subjects) {
      pick(candidates.get(subject.id()), tags, subject, call)
          .ifPresent(zone -> found.put(subject.id(), zone));
    }
    return found;
  }

  /** The stack's own, or the one whose name is wanted: public and private ones don't clash. */
  private static boolean isCandidate(HostedZone zone, Subject<ZoneSpec> subject, Call call) {
    return zone.callerReference().startsWith(mark(subject.id(), call))
        || subject
            .spec()
            .filter(spec -> DnsName.plain(spec.name()).equals(DnsName.plain(zone.name())))
            .filter(spec -> spec.vpc().isPresent() == zone.config().privateZone())
            .isPresent();
  }

  private Optional<ZoneObserved> pick(
      List<HostedZone> candidates,
      Map<String, Map<String, String>> tags,
      Subject<ZoneSpec> subject,
      Call call) {
    Optional<ZoneObserved> foreign = Optional.empty();
    for (HostedZone zone : candidates) {
      Marked marked = marked(zone, tags.getOrDefault(Ids.bare(zone.id()), Map.of()), subject, call);
      if (marked.ownership() == Ownership.OURS || foreign.isEmpty()) {
        Optional<ZoneObserved> seen =
            look(zone, marked, subject).filter(found -> clashes(found, subject));
        if (marked.ownership() == Ownership.OURS) {
          return seen;
        }
        foreign = seen;
      }
    }
    return foreign;
  }

  private static Marked marked(
      HostedZone zone, Map<String, String> tags, Subject<ZoneSpec> subject, Call call) {
    return zone.callerReference().startsWith(mark(subject.id(), call))
        ? new Marked(tags, Ownership.OURS)
        : Marked.of(tags, subject.id(), call);
  }

  /** Private zones of one name clash in one VPC only. */
  private static boolean clashes(ZoneObserved found, Subject<ZoneSpec> subject) {
    Optional<Value<String>> wanted = subject.spec().flatMap(ZoneSpec::vpc);
    return found.ownership() == Ownership.OURS
        || wanted.isEmpty()
        || wanted.flatMap(Value::known).equals(found.vpc());
  }

  private Optional<ZoneObserved> look(HostedZone zone, Marked marked, Subject<ZoneSpec> subject) {
    return Refusals.find(
            () -> route53.getHostedZone(request -> request.id(zone.id())), "NoSuchHostedZone")
        .map(
            answer ->
                new ZoneObserved(
                    Ids.bare(zone.id()),
                    DnsName.plain(zone.name()),
                    Optional.ofNullable(zone.config().comment()).orElse(""),
                    answer.vpCs().stream().map(vpc -> vpc.vpcId()).findFirst(),
                    nameServers(answer),
                    Changes.pending(subject.last(), route53),
                    marked));
  }

  private static List<String> nameServers(GetHostedZoneResponse answer) {
    return answer.delegationSet() == null ? List.of() : answer.delegationSet().nameServers();
  }
}
