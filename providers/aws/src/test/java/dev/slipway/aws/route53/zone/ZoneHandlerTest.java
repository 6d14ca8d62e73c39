package dev.slipway.aws.route53.zone;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.network.vpc.VpcSpec;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.TagResourceType;

@ExtendWith(AwsLab.class)
class ZoneHandlerTest {
  private static final ResourceId ZONE = new ResourceId(ZoneSpec.TYPE, "domain");

  @Test
  void isMadeWithMarkAndNameServersAndNothingIsToChangeAfterwards(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(zone(domain(stack), "search"))).isClean();

      assertThat(stack.attributes(ZONE).text("name")).contains(domain(stack));
      assertThat(stack.attributes(ZONE).find("nameServers"))
          .hasValueSatisfying(servers -> assertThat((List<?>) servers).hasSize(4));
      assertThat(tags(stack, id(stack)))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.route53-zone/domain")
          .containsEntry("team", "search");
      assertThat(stack.plan(zone(domain(stack), "search"))).changesNothing();

      String id = id(stack);
      assertThat(stack.down()).isClean();
      assertThat(route53(stack).listHostedZones().hostedZones())
          .noneMatch(zone -> zone.id().endsWith(id));
    }
  }

  @Test
  void setsRightWhatWasChangedBehindItsBack(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(zone(domain(stack), "search"));
      route53(stack)
          .updateHostedZoneComment(request -> request.id(id(stack)).comment("somebody's"));
      route53(stack)
          .changeTagsForResource(
              request ->
                  request
                      .resourceType(TagResourceType.HOSTEDZONE)
                      .resourceId(id(stack))
                      .removeTagKeys("team", Tags.OWNER));

      assertThat(stack.plan(zone(domain(stack), "search")))
          .updates("aws.route53-zone/domain")
          .changing("marked", "comment", "tags");
      assertThat(stack.up(zone(domain(stack), "search"))).isClean();

      assertThat(tags(stack, id(stack))).containsEntry(Tags.OWNER, stack.owner());
      assertThat(stack.plan(zone(domain(stack), "search"))).changesNothing();
      stack.down();
    }
  }

  @Test
  void privateOneIsKnownInItsVpc(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      ResourceId vpc = new ResourceId(VpcSpec.TYPE, "network");
      Resource<VpcSpec> network = Resource.of(vpc, new VpcSpec("10.3.0.0/16", Map.of()));
      Resource<ZoneSpec> zone =
          Resource.of(
              ZONE, new ZoneSpec(domain(stack), "", Optional.of(Value.ref(vpc, "id")), Map.of()));

      assertThat(stack.up(network, zone)).isClean();

      assertThat(route53(stack).getHostedZone(request -> request.id(id(stack))).vpCs())
          .singleElement()
          .satisfies(
              found ->
                  assertThat(found.vpcId())
                      .isEqualTo(stack.attributes(vpc).text("id").orElseThrow()));
      assertThat(stack.plan(network, zone)).changesNothing();
      assertThat(stack.down()).isClean();
    }
  }

  @Test
  void oneThatIsThereAlreadyIsRefusedWithItsId(Moto moto) {
    try (AwsStack other = new AwsStack(moto);
        AwsStack stack = new AwsStack(moto)) {
      other.up(zone(domain(other), "search"));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(zone(domain(other), "search")))
          .satisfies(
              refused -> {
                assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN");
                assertThat(refused.first().detail()).contains(other.owner(), id(other));
              });
      other.down();
    }
  }

  @Test
  void theLongestPublicZoneIsFoundByName(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<ZoneSpec> wide = zone(domain(stack), "search");
      Resource<ZoneSpec> narrow =
          Resource.of(
              new ResourceId(ZoneSpec.TYPE, "narrow"),
              new ZoneSpec("db." + domain(stack), "", Optional.empty(), Map.of()));
      stack.up(wide, narrow);

      assertThat(ZoneLookup.find("milvus.db." + domain(stack) + ".", route53(stack)).name())
          .isEqualTo("db." + domain(stack));
      assertThat(ZoneLookup.find("otherdb." + domain(stack), route53(stack)).id())
          .isEqualTo(id(stack));
      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> ZoneLookup.find("milvus.example.net", route53(stack)))
          .satisfies(
              refused -> {
                assertThat(refused.first().code()).isEqualTo("AWS-NO-ZONE");
                assertThat(refused.first().detail()).contains(domain(stack), id(stack));
              });
      stack.down();
    }
  }

  @Test
  void severalZonesOfTheNameAreNotChosenFrom(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(zone(domain(stack), "search"));
      String twin =
          route53(stack)
              .createHostedZone(request -> request.name(domain(stack)).callerReference("twin"))
              .hostedZone()
              .id();

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> ZoneLookup.find("milvus." + domain(stack), route53(stack)))
          .satisfies(
              refused -> {
                assertThat(refused.first().code()).isEqualTo("AWS-ZONES-ALIKE");
                assertThat(refused.first().detail()).contains(id(stack));
              });
      assertThat(stack.plan(zone(domain(stack), "search"))).changesNothing();
      route53(stack).deleteHostedZone(request -> request.id(twin));
      stack.down();
    }
  }

  private static Resource<ZoneSpec> zone(String domain, String team) {
    return Resource.of(
        ZONE, new ZoneSpec(domain, "Milvus", Optional.empty(), Map.of("team", team)));
  }

  private static String domain(AwsStack stack) {
    return stack.owner() + ".example.org";
  }

  private static String id(AwsStack stack) {
    return stack.attributes(ZONE).text("id").orElseThrow();
  }

  private static Map<String, String> tags(AwsStack stack, String id) {
    return ZoneTags.of(List.of(id), route53(stack)).get(id);
  }

  private static Route53Client route53(AwsStack stack) {
    return stack.clients().route53();
  }
}
