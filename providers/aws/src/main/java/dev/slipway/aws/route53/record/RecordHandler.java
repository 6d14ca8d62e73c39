package dev.slipway.aws.route53.record;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.aws.route53.Changes;
import dev.slipway.aws.route53.DnsName;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Makes record sets, each with its companion in one change: both are there or none is. */
public final class RecordHandler implements ResourceHandler<RecordSpec, RecordObserved> {
  private final Clients clients;

  public RecordHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return RecordSpec.TYPE;
  }

  @Override
  public Class<RecordSpec> specType() {
    return RecordSpec.class;
  }

  @Override
  public Optional<RecordObserved> read(Subject<RecordSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, RecordObserved> readAll(List<Subject<RecordSpec>> subjects, Call call) {
    return new Records(route53()).find(subjects, call);
  }

  @Override
  public Diff diff(RecordSpec desired, RecordObserved observed) {
    Value<String> name =
        desired
            .name()
            .known()
            .<Value<String>>map(known -> Value.of(DnsName.plain(known)))
            .orElse(desired.name());
    Diff.Builder diff =
        Diff.builder()
            .immutable("zone", observed.zone(), desired.zone())
            .immutable("name", observed.name(), name)
            .immutable("type", observed.type(), desired.type());
    if (observed.set().filter(set -> Wanted.isMet(desired, set)).isEmpty()) {
      diff.field("target", observed.set().map(RecordHandler::shown), desired.target());
    }
    return diff.build();
  }

  private static Map<String, Object> shown(ResourceRecordSet set) {
    return set.aliasTarget() == null
        ? Map.of(
            "answers",
            Map.of(
                "ttl",
                set.ttl(),
                "values",
                set.resourceRecords().stream().map(ResourceRecord::value).toList()))
        : Map.of(
            "alias",
            Map.of(
                "name",
                DnsName.plain(set.aliasTarget().dnsName()),
                "zone",
                set.aliasTarget().hostedZoneId()));
  }

  /** Route 53 refuses to make a record set that is there, so nobody's is written over. */
  @Override
  public RecordObserved create(ResourceId id, RecordSpec spec, Call call) {
    try {
      return write(ChangeAction.CREATE, id, spec, call);
    } catch (InvalidChangeBatchException refused) {
      Optional<RecordObserved> there =
          read(new Subject<>(id, Optional.of(spec), Optional.empty()), call);
      if (there.isEmpty()) {
        throw refused;
      }
      return switch (there.get().ownership()) {
        case OURS -> update(id, spec, there.get(), call);
        case ADOPTABLE -> there.get();
        case FOREIGN -> throw taken(id, there.get(), refused);
      };
    }
  }

  private static ProviderException taken(
      ResourceId id, RecordObserved there, InvalidChangeBatchException refused) {
    ProviderException told =
        ProviderException.refused(
            Diagnostic.user(
                "AWS-RECORD-TAKEN",
                "A DNS name has a record already",
                "%s would be %s %s in the hosted zone %s, which belongs to %s."
                    .formatted(
                        id, there.name(), there.type(), there.zone(), there.holder().orElseThrow()),
                "Choose another name in the stack file, or remove the record that is there if"
                    + " nothing needs it any more."));
    told.initCause(refused);
    return told;
  }

  @Override
  public RecordObserved update(ResourceId id, RecordSpec spec, RecordObserved observed, Call call) {
    return write(ChangeAction.UPSERT, id, spec, call);
  }

  private RecordObserved write(ChangeAction action, ResourceId id, RecordSpec spec, Call call) {
    String zone = spec.zone().get();
    String name = DnsName.plain(spec.name().get());
    ResourceRecordSet set = Wanted.of(spec);
    ResourceRecordSet companion = Companion.of(name, spec.type(), id, call);
    Optional<String> change =
        change(zone, List.of(of(action, set), of(ChangeAction.UPSERT, companion)));
    return new RecordObserved(
        zone,
        name,
        spec.type(),
        Optional.of(set),
        Optional.of(companion),
        change,
        Ownership.OURS,
        Optional.empty());
  }

  private static Change of(ChangeAction action, ResourceRecordSet set) {
    return Change.builder().action(action).resourceRecordSet(set).build();
  }

  private Optional<String> change(String zone, List<Change> changes) {
    return Changes.pending(
        route53()
            .changeResourceRecordSets(
                request -> request.hostedZoneId(zone).changeBatch(batch -> batch.changes(changes)))
            .changeInfo());
  }

  @Override
  public void delete(Subject<RecordSpec> subject, RecordObserved observed, Call call) {
    List<Change> changes = new ArrayList<>();
    observed.set().ifPresent(set -> changes.add(of(ChangeAction.DELETE, set)));
    observed.companion().ifPresent(companion -> changes.add(of(ChangeAction.DELETE, companion)));
    Refusals.unlessGone(() -> change(observed.zone(), changes), "NoSuchHostedZone");
  }

  @Override
  public Status status(RecordObserved observed) {
    return Changes.status(observed.change());
  }

  @Override
  public Attributes predict(RecordSpec spec) {
    Attributes certain = Attributes.of("type", spec.type());
    return spec.name()
        .known()
        .map(name -> certain.with("name", DnsName.plain(name)))
        .orElse(certain);
  }

  private Route53Client route53() {
    return clients.route53();
  }
}
