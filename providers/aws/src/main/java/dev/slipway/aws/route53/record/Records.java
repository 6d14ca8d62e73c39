package dev.slipway.aws.route53.record;

import dev.slipway.aws.route53.Changes;
import dev.slipway.aws.route53.DnsName;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Looks the stack's record sets up: many by one list of their zone, a single one by itself. */
record Records(Route53Client route53) {
  /** Where a record set is: all of it known. */
  private record Spot(String zone, String name, String type) {}

  Map<ResourceId, RecordObserved> find(List<Subject<RecordSpec>> subjects, Call call) {
    Map<String, RecordSets> zones = new HashMap<>();
    Map<ResourceId, RecordObserved> found = new LinkedHashMap<>();
    for (Subject<RecordSpec> subject : subjects) {
      Optional<Spot> last = subject.last().flatMap(Records::spot);
      Optional<Spot> wanted = subject.spec().flatMap(Records::spot);
      last.flatMap(spot -> look(spot, subject, sets(spot, subjects.size(), zones), call))
          .filter(there -> there.ownership() == Ownership.OURS || last.equals(wanted))
          .or(
              () ->
                  wanted
                      .filter(_ -> !last.equals(wanted))
                      .flatMap(
                          spot -> look(spot, subject, sets(spot, subjects.size(), zones), call)))
          .ifPresent(there -> found.put(subject.id(), there));
    }
    return found;
  }

  private RecordSets sets(Spot spot, int subjects, Map<String, RecordSets> zones) {
    return zones.computeIfAbsent(
        spot.zone(),
        zone -> subjects == 1 ? RecordSets.each(zone, route53) : RecordSets.all(zone, route53));
  }

  private static Optional<Spot> spot(Attributes last) {
    return last.text("zone")
        .flatMap(
            zone ->
                last.text("name")
                    .flatMap(name -> last.text("type").map(type -> new Spot(zone, name, type))));
  }

  private static Optional<Spot> spot(RecordSpec spec) {
    return spec.zone()
        .known()
        .flatMap(
            zone ->
                spec.name().known().map(name -> new Spot(zone, DnsName.plain(name), spec.type())));
  }

  private Optional<RecordObserved> look(
      Spot spot, Subject<RecordSpec> subject, RecordSets sets, Call call) {
    Optional<ResourceRecordSet> set = sets.find(spot.name(), spot.type());
    Optional<ResourceRecordSet> companion =
        sets.find(Companion.name(spot.name(), spot.type()), "TXT");
    boolean ours = companion.filter(txt -> Companion.isOf(txt, subject.id(), call)).isPresent();
    if (set.isEmpty() && !ours) {
      return Optional.empty();
    }
    boolean willDo =
        subject
            .spec()
            .filter(spec -> spec.shared() && set.isPresent() && Wanted.isMet(spec, set.get()))
            .isPresent();
    return Optional.of(
        new RecordObserved(
            spot.zone(),
            spot.name(),
            spot.type(),
            set,
            companion,
            Changes.pending(subject.last(), route53),
            ours ? Ownership.OURS : willDo ? Ownership.ADOPTABLE : Ownership.FOREIGN,
            ours ? Optional.empty() : companion.flatMap(Companion::owner)));
  }
}
