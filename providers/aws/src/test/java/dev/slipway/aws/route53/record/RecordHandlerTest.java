package dev.slipway.aws.route53.record;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.route53.DnsName;
import dev.slipway.aws.route53.zone.ZoneSpec;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

@ExtendWith(AwsLab.class)
class RecordHandlerTest {
  private static final ResourceId ZONE = new ResourceId(ZoneSpec.TYPE, "domain");
  private static final ResourceId RECORD = new ResourceId(RecordSpec.TYPE, "milvus");

  @Test
  void isMadeWithItsCompanionAndNothingIsToChangeAfterwards(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<RecordSpec> record = record(stack, "lb.example.com", false);
      assertThat(stack.plan(zone(stack), record))
          .creates("aws.route53-zone/domain")
          .before("aws.route53-record/milvus");
      assertThat(stack.up(zone(stack), record)).isClean();

      assertThat(sets(stack))
          .containsEntry("milvus." + domain(stack) + " CNAME", List.of("lb.example.com"))
          .containsEntry(
              "_slipway-owner-cname.milvus." + domain(stack) + " TXT",
              List.of(
                  "\"heritage=slipway,owner="
                      + stack.owner()
                      + ",resource=aws.route53-record/milvus\""));
      assertThat(stack.plan(zone(stack), record)).changesNothing();

      assertThat(stack.up(zone(stack))).isClean();
      assertThat(sets(stack).keySet()).noneMatch(name -> name.contains("milvus"));
      assertThat(stack.down()).isClean();
    }
  }

  @Test
  void wildcardsAndAliasesAreSeenAsTheyAreWanted(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<RecordSpec> alias =
          Resource.of(
              RECORD,
              RecordSpec.alias(
                  Value.ref(ZONE, "id"),
                  "*." + domain(stack),
                  "A",
                  Value.of("LB-1.elb.amazonaws.com"),
                  Value.of("Z215JYRZR1TBD5")));
      assertThat(stack.up(zone(stack), alias)).isClean();

      assertThat(sets(stack)).containsKey("_slipway-owner-a._any." + domain(stack) + " TXT");
      assertThat(stack.plan(zone(stack), alias)).changesNothing();
      assertThat(stack.down()).isClean();
    }
  }

  @Test
  void setsRightWhatWasChangedOrTakenAwayBehindItsBack(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<RecordSpec> record = record(stack, "lb.example.com", false);
      stack.up(zone(stack), record);
      change(stack, ChangeAction.UPSERT, "other.example.com");

      assertThat(stack.plan(zone(stack), record))
          .updates("aws.route53-record/milvus")
          .changing("target");
      assertThat(stack.up(zone(stack), record)).isClean();
      change(stack, ChangeAction.DELETE, "lb.example.com");

      assertThat(stack.plan(zone(stack), record))
          .updates("aws.route53-record/milvus")
          .changing("target");
      assertThat(stack.up(zone(stack), record)).isClean();
      assertThat(stack.plan(zone(stack), record)).changesNothing();
      change(stack, ChangeAction.DELETE, "lb.example.com");

      assertThat(stack.down()).isClean();
    }
  }

  @Test
  void anotherNameReplacesIt(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(zone(stack), record(stack, "lb.example.com", false));
      Resource<RecordSpec> moved =
          Resource.of(
              RECORD,
              RecordSpec.of(
                  Value.ref(ZONE, "id"),
                  "attu." + domain(stack),
                  "CNAME",
                  300,
                  List.of(Value.of("lb.example.com"))));

      assertThat(stack.plan(zone(stack), moved)).replaces("aws.route53-record/milvus");
      assertThat(stack.up(zone(stack), moved)).isClean();

      assertThat(sets(stack).keySet()).noneMatch(name -> name.contains("milvus"));
      stack.down();
    }
  }

  @Test
  void oneWithoutOurCompanionIsRefusedWithWhatIsThere(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(zone(stack));
      change(stack, ChangeAction.CREATE, "theirs.example.com");

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(zone(stack), record(stack, "lb.example.com", false)))
          .satisfies(
              refused -> {
                assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN");
                assertThat(refused.first().detail())
                    .contains("milvus." + domain(stack), "CNAME", "theirs.example.com");
              });
      change(stack, ChangeAction.DELETE, "theirs.example.com");
      stack.down();
    }
  }

  @Test
  void sharedOneOfSomebodyElseWillDoAndStays(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(zone(stack));
      change(stack, ChangeAction.CREATE, "lb.example.com");
      Resource<RecordSpec> shared = record(stack, "lb.example.com", true);

      assertThat(stack.plan(zone(stack), shared)).keeps("aws.route53-record/milvus");
      assertThat(stack.up(zone(stack), shared)).isClean();
      assertThat(stack.up(zone(stack))).isClean();

      assertThat(sets(stack)).containsKey("milvus." + domain(stack) + " CNAME");
      change(stack, ChangeAction.DELETE, "lb.example.com");
      stack.down();
    }
  }

  @Test
  void oneThatAppearsBeforeItIsMadeIsNotWrittenOver(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(zone(stack));
      change(stack, ChangeAction.CREATE, "lb.example.com");
      RecordHandler handler = new RecordHandler(stack.clients());

      assertThatExceptionOfType(ProviderException.class)
          .isThrownBy(() -> handler.create(RECORD, resolved(stack, false), stack.call()))
          .satisfies(
              refused -> {
                assertThat(refused.first().code()).isEqualTo("AWS-RECORD-TAKEN");
                assertThat(refused.first().detail())
                    .contains("aws.route53-record/milvus", zoneId(stack), "lb.example.com");
              });
      assertThat(handler.create(RECORD, resolved(stack, true), stack.call()).ownership())
          .isEqualTo(Ownership.ADOPTABLE);
      assertThat(sets(stack).keySet()).noneMatch(name -> name.startsWith("_slipway-owner"));
      change(stack, ChangeAction.DELETE, "lb.example.com");
      stack.down();
    }
  }

  private static RecordSpec resolved(AwsStack stack, boolean shared) {
    RecordSpec spec = record(stack, "lb.example.com", shared).spec();
    return new RecordSpec(
        Value.of(zoneId(stack)), spec.name(), spec.type(), spec.target(), spec.shared());
  }

  @Test
  void changeThatIsOnItsWayIsWaitedFor(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      RecordHandler handler = new RecordHandler(stack.clients());
      RecordObserved observed =
          new RecordObserved(
              "Z1",
              "milvus.example.org",
              "CNAME",
              Optional.empty(),
              Optional.empty(),
              Optional.of("C1"),
              Ownership.OURS,
              Optional.empty());

      assertThat(handler.status(observed))
          .isEqualTo(
              Status.inProgress("Route 53 tells all of its name servers about it (change C1)"));
      assertThat(observed.attributes().text("change")).contains("C1");
    }
  }

  private static Resource<ZoneSpec> zone(AwsStack stack) {
    return Resource.of(ZONE, new ZoneSpec(domain(stack), "", Optional.empty(), Map.of()));
  }

  private static Resource<RecordSpec> record(AwsStack stack, String target, boolean shared) {
    return Resource.of(
        RECORD,
        new RecordSpec(
            Value.ref(ZONE, "id"),
            Value.of("milvus." + domain(stack)),
            "CNAME",
            new RecordSpec.Answers(300, List.of(Value.of(target))),
            shared));
  }

  /** What somebody else does to the record set. */
  private static void change(AwsStack stack, ChangeAction action, String target) {
    ResourceRecordSet set =
        ResourceRecordSet.builder()
            .name("milvus." + domain(stack))
            .type("CNAME")
            .ttl(300L)
            .resourceRecords(ResourceRecord.builder().value(target).build())
            .build();
    route53(stack)
        .changeResourceRecordSets(
            request ->
                request
                    .hostedZoneId(zoneId(stack))
                    .changeBatch(
                        batch ->
                            batch.changes(
                                Change.builder().action(action).resourceRecordSet(set).build())));
  }

  private static Map<String, List<String>> sets(AwsStack stack) {
    Map<String, List<String>> sets = new TreeMap<>();
    route53(stack)
        .listResourceRecordSets(request -> request.hostedZoneId(zoneId(stack)))
        .resourceRecordSets()
        .forEach(
            set ->
                sets.put(
                    DnsName.plain(set.name()) + " " + set.typeAsString(),
                    set.resourceRecords().stream().map(ResourceRecord::value).toList()));
    return sets;
  }

  private static String zoneId(AwsStack stack) {
    return stack.attributes(ZONE).text("id").orElseThrow();
  }

  private static String domain(AwsStack stack) {
    return stack.owner() + ".example.org";
  }

  private static Route53Client route53(AwsStack stack) {
    return stack.clients().route53();
  }
}
