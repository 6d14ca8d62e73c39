package dev.slipway.aws.acm.certificate;

import dev.slipway.aws.mark.Marked;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A certificate that exists.
 *
 * @param domain plain
 * @param domains all of its domains, plain, the main one too
 * @param status ACM's word for it, for example {@code PENDING_VALIDATION}
 * @param failure ACM's reason for a failure
 * @param records by which its domains are validated; those that ACM has told so far
 */
record CertificateObserved(
    String arn,
    String domain,
    Set<String> domains,
    String status,
    Optional<String> failure,
    List<ValidationRecord> records,
    Marked tags)
    implements Observed {
  CertificateObserved {
    domains = Set.copyOf(domains);
    records = List.copyOf(records);
  }

  @Override
  public Attributes attributes() {
    Map<String, Object> all = new TreeMap<>();
    all.put("arn", arn);
    all.put("domain", domain);
    records.forEach(record -> all.putAll(record.attributes(domain)));
    return Attributes.of(all);
  }

  @Override
  public Ownership ownership() {
    return tags.ownership();
  }
}
