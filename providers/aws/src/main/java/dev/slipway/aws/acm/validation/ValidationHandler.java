package dev.slipway.aws.acm.validation;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.acm.Certificates;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.aws.route53.DnsName;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.provider.Waiting;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.DomainStatus;
import software.amazon.awssdk.services.acm.model.DomainValidation;

/** Waits until certificates are issued. */
public final class ValidationHandler
    implements ResourceHandler<ValidationSpec, ValidationObserved> {
  /** ACM takes minutes at its best, and gives up by itself after 72 hours. */
  private static final Waiting WAITING =
      new Waiting(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofMinutes(45));

  private final Clients clients;

  public ValidationHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return ValidationSpec.TYPE;
  }

  @Override
  public Class<ValidationSpec> specType() {
    return ValidationSpec.class;
  }

  @Override
  public Optional<ValidationObserved> read(Subject<ValidationSpec> subject, Call call) {
    return subject
        .spec()
        .flatMap(spec -> spec.certificate().known())
        .or(() -> subject.last().flatMap(last -> last.text("arn")))
        .flatMap(arn -> Refusals.find(() -> look(arn), Certificates.ABSENT));
  }

  private ValidationObserved look(String arn) {
    CertificateDetail detail =
        clients.acm().describeCertificate(request -> request.certificateArn(arn)).certificate();
    return new ValidationObserved(
        arn,
        detail.statusAsString(),
        Optional.ofNullable(detail.failureReasonAsString()),
        detail.domainValidationOptions().stream()
            .filter(option -> option.validationStatus() != DomainStatus.SUCCESS)
            .map(ValidationHandler::words)
            .distinct()
            .toList());
  }

  private static String words(DomainValidation option) {
    return option.resourceRecord() == null
        ? "the record of " + DnsName.plain(option.domainName())
        : "%s %s %s"
            .formatted(
                DnsName.plain(option.resourceRecord().name()),
                option.resourceRecord().typeAsString(),
                DnsName.plain(option.resourceRecord().value()));
  }

  @Override
  public Diff diff(ValidationSpec desired, ValidationObserved observed) {
    return Diff.builder().immutable("certificate", observed.arn(), desired.certificate()).build();
  }

  @Override
  public ValidationObserved create(ResourceId id, ValidationSpec spec, Call call) {
    return look(spec.certificate().get());
  }

  @Override
  public ValidationObserved update(
      ResourceId id, ValidationSpec spec, ValidationObserved observed, Call call) {
    return observed;
  }

  /** There is nothing of its own to remove. */
  @Override
  public void delete(Subject<ValidationSpec> subject, ValidationObserved observed, Call call) {}

  @Override
  public Optional<ValidationObserved> readDeleted(Subject<ValidationSpec> subject, Call call) {
    return Optional.empty();
  }

  @Override
  public Status status(ValidationObserved observed) {
    if (observed.status().equals(Certificates.ISSUED)) {
      return Status.CURRENT;
    }
    if (observed.status().equals(Certificates.PENDING)) {
      return Status.inProgress(
          "ACM does not find in DNS yet: " + String.join("; ", observed.missing()));
    }
    return Status.failed(
        "ACM says that the certificate is %s%s"
            .formatted(
                observed.status(), observed.failure().map(why -> " (" + why + ")").orElse("")));
  }

  @Override
  public Attributes predict(ValidationSpec spec) {
    return spec.certificate().known().map(arn -> Attributes.of("arn", arn)).orElse(Attributes.NONE);
  }

  @Override
  public Waiting waiting() {
    return WAITING;
  }
}
