package dev.slipway.aws.acm.certificate;

import dev.slipway.engine.resource.Spec;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A certificate whose domains are validated by DNS records. It is current once it is requested and
 * its validation records are known; that it is issued is what an {@link
 * dev.slipway.aws.acm.validation.ValidationSpec} waits for. Attributes: {@code arn}, {@code
 * domain}, and for each domain those of its {@link ValidationRecord}.
 *
 * @param domain its main domain, for example {@code milvus.example.org}; {@code *} may stand first
 * @param alternatives further domains, up to 9 unless the account's quota is higher
 * @param tags further tags
 */
public record CertificateSpec(String domain, List<String> alternatives, Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.acm-certificate";

  public CertificateSpec {
    Objects.requireNonNull(domain, "domain");
    alternatives = List.copyOf(alternatives);
    tags = Map.copyOf(tags);
  }
}
