package dev.slipway.aws.acm.certificate;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.acm.validation.ValidationSpec;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.route53.DnsName;
import dev.slipway.aws.route53.record.RecordSpec;
import dev.slipway.aws.route53.zone.ZoneSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.Tag;

@ExtendWith(AwsLab.class)
class CertificateHandlerTest {
  private static final ResourceId CERTIFICATE = new ResourceId(CertificateSpec.TYPE, "web");
  private static final ResourceId ZONE = new ResourceId(ZoneSpec.TYPE, "domain");

  @Test
  void isRequestedValidatedByRecordsAndIssued(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<?>[] all = all(stack);
      assertThat(stack.plan(all))
          .creates("aws.acm-certificate/web")
          .before("aws.route53-record/web-validates-" + domain(stack))
          .creates("aws.route53-record/web-validates-attu." + domain(stack))
          .before("aws.acm-validation/web");
      assertThat(stack.up(all)).isClean();

      String arn = arn(stack);
      assertThat(
              acm(stack)
                  .describeCertificate(request -> request.certificateArn(arn))
                  .certificate()
                  .status())
          .isEqualTo(CertificateStatus.ISSUED);
      assertThat(stack.attributes(new ResourceId(ValidationSpec.TYPE, "web")).text("arn"))
          .contains(arn);
      assertThat(names(stack))
          .contains(stack.attributes(CERTIFICATE).text("validationName").orElseThrow())
          .contains(
              stack
                  .attributes(CERTIFICATE)
                  .text("validationName/attu." + domain(stack))
                  .orElseThrow());
      assertThat(stack.plan(all)).changesNothing();

      assertThat(stack.down()).isClean();
      assertThat(acm(stack).listCertificates().certificateSummaryList())
          .noneMatch(certificate -> certificate.certificateArn().equals(arn));
    }
  }

  @Test
  void carriesTheMarkAndItsTagsAreSetRight(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(certificate(stack, List.of()));
      assertThat(tags(stack))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.acm-certificate/web");
      acm(stack)
          .removeTagsFromCertificate(
              request ->
                  request
                      .certificateArn(arn(stack))
                      .tags(Tag.builder().key("team").value("search").build()));

      assertThat(stack.plan(certificate(stack, List.of())))
          .updates("aws.acm-certificate/web")
          .changing("tags");
      assertThat(stack.up(certificate(stack, List.of()))).isClean();
      assertThat(stack.plan(certificate(stack, List.of()))).changesNothing();
      stack.down();
    }
  }

  @Test
  void anotherDomainReplacesIt(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(certificate(stack, List.of()));

      assertThat(stack.plan(certificate(stack, List.of("b." + domain(stack)))))
          .replaces("aws.acm-certificate/web");
      stack.down();
    }
  }

  @Test
  void thatOfAnotherStackIsLeftAlone(Moto moto) {
    try (AwsStack other = new AwsStack(moto);
        AwsStack stack = new AwsStack(moto)) {
      other.up(certificate(other, List.of()));

      assertThat(stack.plan(certificate(other, List.of()))).creates("aws.acm-certificate/web");
      other.down();
    }
  }

  private static Resource<?>[] all(AwsStack stack) {
    Resource<CertificateSpec> certificate =
        certificate(stack, List.of("*." + domain(stack), "attu." + domain(stack)));
    List<Resource<RecordSpec>> records =
        ValidationRecord.resources(CERTIFICATE, certificate.spec(), Value.ref(ZONE, "id"));
    List<Resource<?>> all = new ArrayList<>(records);
    all.add(Resource.of(ZONE, new ZoneSpec(domain(stack), "", Optional.empty(), Map.of())));
    all.add(certificate);
    all.add(
        Resource.of(
                new ResourceId(ValidationSpec.TYPE, "web"),
                new ValidationSpec(Value.ref(CERTIFICATE, "arn")))
            .after(records.stream().map(Resource::id).toArray(ResourceId[]::new)));
    return all.toArray(Resource<?>[]::new);
  }

  private static Resource<CertificateSpec> certificate(AwsStack stack, List<String> alternatives) {
    return Resource.of(
        CERTIFICATE, new CertificateSpec(domain(stack), alternatives, Map.of("team", "search")));
  }

  private static List<String> names(AwsStack stack) {
    String zone = stack.attributes(ZONE).text("id").orElseThrow();
    return stack
        .clients()
        .route53()
        .listResourceRecordSets(request -> request.hostedZoneId(zone))
        .resourceRecordSets()
        .stream()
        .map(set -> DnsName.plain(set.name()))
        .toList();
  }

  private static Map<String, String> tags(AwsStack stack) {
    Map<String, String> tags = new TreeMap<>();
    acm(stack)
        .listTagsForCertificate(request -> request.certificateArn(arn(stack)))
        .tags()
        .forEach(tag -> tags.put(tag.key(), tag.value()));
    return tags;
  }

  private static String arn(AwsStack stack) {
    return stack.attributes(CERTIFICATE).text("arn").orElseThrow();
  }

  private static String domain(AwsStack stack) {
    return stack.owner() + ".example.org";
  }

  private static AcmClient acm(AwsStack stack) {
    return stack.clients().acm();
  }
}
