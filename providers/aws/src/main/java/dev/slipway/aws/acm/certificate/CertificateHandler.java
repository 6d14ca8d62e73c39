package dev.slipway.aws.acm.certificate;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.acm.Certificates;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.aws.route53.DnsName;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.Tag;
import software.amazon.awssdk.services.acm.model.ValidationMethod;

/** Requests certificates. There can be many for a domain, so only this stack's are seen. */
public final class CertificateHandler
    implements ResourceHandler<CertificateSpec, CertificateObserved> {
  private static final int TOKEN = 32;

  private final Clients clients;

  public CertificateHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return CertificateSpec.TYPE;
  }

  @Override
  public Class<CertificateSpec> specType() {
    return CertificateSpec.class;
  }

  @Override
  public Optional<CertificateObserved> read(Subject<CertificateSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, CertificateObserved> readAll(
      List<Subject<CertificateSpec>> subjects, Call call) {
    return new OwnCertificates(acm()).find(subjects, call);
  }

  /** One that is lost is replaced. */
  @Override
  public Diff diff(CertificateSpec desired, CertificateObserved observed) {
    Diff.Builder diff =
        Diff.builder()
            .immutable("domain", observed.domain(), DnsName.plain(desired.domain()))
            .immutable("domains", new TreeSet<>(observed.domains()), domains(desired))
            .field("tags", observed.tags().seen(desired.tags()), desired.tags());
    if (Certificates.isLost(observed.status())) {
      diff.immutable("status", observed.status(), Certificates.ISSUED);
    }
    return diff.build();
  }

  private static Set<String> domains(CertificateSpec spec) {
    Set<String> domains =
        spec.alternatives().stream()
            .map(DnsName::plain)
            .collect(Collectors.toCollection(TreeSet::new));
    domains.add(DnsName.plain(spec.domain()));
    return domains;
  }

  /** ACM knows the token for an hour; after that the tags tell what was requested. */
  @Override
  public CertificateObserved create(ResourceId id, CertificateSpec spec, Call call) {
    String token = call.token().replaceAll("\\W", "");
    String arn =
        acm()
            .requestCertificate(
                request -> {
                  request
                      .domainName(spec.domain())
                      .validationMethod(ValidationMethod.DNS)
                      .idempotencyToken(token.substring(0, Math.min(TOKEN, token.length())))
                      .tags(list(Tags.of(id, spec.tags(), call)));
                  if (!spec.alternatives().isEmpty()) {
                    request.subjectAlternativeNames(spec.alternatives());
                  }
                })
            .certificateArn();
    return new CertificateObserved(
        arn,
        DnsName.plain(spec.domain()),
        domains(spec),
        Certificates.PENDING,
        Optional.empty(),
        List.of(),
        Marked.made(id, spec.tags(), call));
  }

  @Override
  public CertificateObserved update(
      ResourceId id, CertificateSpec spec, CertificateObserved observed, Call call) {
    Map<String, String> missing = observed.tags().missing(spec.tags());
    if (!missing.isEmpty()) {
      acm()
          .addTagsToCertificate(
              request -> request.certificateArn(observed.arn()).tags(list(missing)));
    }
    return new CertificateObserved(
        observed.arn(),
        observed.domain(),
        observed.domains(),
        observed.status(),
        observed.failure(),
        observed.records(),
        observed.tags().with(spec.tags()));
  }

  private static List<Tag> list(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  /** One that a load balancer uses is refused, which passes when that is gone. */
  @Override
  public void delete(Subject<CertificateSpec> subject, CertificateObserved observed, Call call) {
    Refusals.unlessGone(
        () -> acm().deleteCertificate(request -> request.certificateArn(observed.arn())),
        Certificates.ABSENT);
  }

  @Override
  public Status status(CertificateObserved observed) {
    if (Certificates.isLost(observed.status())) {
      return Status.failed(
          "ACM says that it is %s%s"
              .formatted(
                  observed.status(), observed.failure().map(why -> " (" + why + ")").orElse("")));
    }
    return observed.records().size() < observed.domains().size()
        ? Status.inProgress("ACM has not told yet how its domains are validated")
        : Status.CURRENT;
  }

  @Override
  public Attributes predict(CertificateSpec spec) {
    return Attributes.of("domain", DnsName.plain(spec.domain()));
  }

  private AcmClient acm() {
    return clients.acm();
  }
}
