package dev.slipway.aws.acm.certificate;

import dev.slipway.aws.acm.Certificates;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.aws.route53.DnsName;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateSummary;

/**
 * Finds the stack's certificates: where they were last, else all of the account with a domain that
 * is wanted, by one list.
 */
record OwnCertificates(AcmClient acm) {
  Map<ResourceId, CertificateObserved> find(List<Subject<CertificateSpec>> subjects, Call call) {
    Map<ResourceId, CertificateObserved> found = new LinkedHashMap<>();
    List<Subject<CertificateSpec>> unseen = new ArrayList<>();
    for (Subject<CertificateSpec> subject : subjects) {
      Optional<CertificateObserved> last =
          subject
              .last()
              .flatMap(seen -> seen.text("arn"))
              .flatMap(arn -> own(arn, subject.id(), call));
      last.ifPresentOrElse(there -> found.put(subject.id(), there), () -> unseen.add(subject));
    }
    if (!unseen.isEmpty()) {
      List<CertificateSummary> all =
          acm.listCertificatesPaginator().certificateSummaryList().stream().toList();
      for (Subject<CertificateSpec> subject : unseen) {
        Set<String> domains = domains(subject);
        all.stream()
            .filter(summary -> domains.contains(DnsName.plain(summary.domainName())))
            .flatMap(summary -> own(summary.certificateArn(), subject.id(), call).stream())
            .findFirst()
            .ifPresent(there -> found.put(subject.id(), there));
      }
    }
    return found;
  }

  private static Set<String> domains(Subject<CertificateSpec> subject) {
    Set<String> domains = new HashSet<>();
    subject.last().flatMap(last -> last.text("domain")).ifPresent(domains::add);
    subject.spec().map(spec -> DnsName.plain(spec.domain())).ifPresent(domains::add);
    return domains;
  }

  private Optional<CertificateObserved> own(String arn, ResourceId id, Call call) {
    return Refusals.find(() -> tags(arn), Certificates.ABSENT)
        .filter(tags -> Tags.ownership(tags, id, call) == Ownership.OURS)
        .flatMap(
            tags ->
                Refusals.find(
                        () ->
                            acm.describeCertificate(request -> request.certificateArn(arn))
                                .certificate(),
                        Certificates.ABSENT)
                    .map(detail -> observed(detail, Marked.of(tags, id, call))));
  }

  private Map<String, String> tags(String arn) {
    Map<String, String> tags = new TreeMap<>();
    acm.listTagsForCertificate(request -> request.certificateArn(arn))
        .tags()
        .forEach(tag -> tags.put(tag.key(), Optional.ofNullable(tag.value()).orElse("")));
    return tags;
  }

  private static CertificateObserved observed(CertificateDetail detail, Marked tags) {
    Set<String> domains = new LinkedHashSet<>();
    domains.add(DnsName.plain(detail.domainName()));
    detail.subjectAlternativeNames().forEach(name -> domains.add(DnsName.plain(name)));
    List<ValidationRecord> records =
        detail.domainValidationOptions().stream()
            .filter(option -> option.resourceRecord() != null)
            .map(
                option ->
                    new ValidationRecord(
                        DnsName.plain(option.domainName()),
                        DnsName.plain(option.resourceRecord().name()),
                        option.resourceRecord().typeAsString(),
                        DnsName.plain(option.resourceRecord().value())))
            .toList();
    return new CertificateObserved(
        detail.certificateArn(),
        DnsName.plain(detail.domainName()),
        domains,
        detail.statusAsString(),
        Optional.ofNullable(detail.failureReasonAsString()),
        records,
        tags);
  }
}
