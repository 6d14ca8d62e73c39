package dev.slipway.aws.acm.certificate;

import dev.slipway.aws.route53.DnsName;
import dev.slipway.aws.route53.record.RecordSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The record by which ACM sees that a domain is the requester's. As attributes of a certificate,
 * those of the main domain are {@code validationName}, {@code validationType} and {@code
 * validationValue}; those of each alternative have {@code /} and the domain after them.
 *
 * @param domain which of the certificate's domains it is for
 * @param name of the record, plain
 * @param type {@code CNAME}
 */
public record ValidationRecord(String domain, String name, String type, String value) {
  /** Seconds for which an answer may be kept. */
  private static final long TTL = 300;

  /**
   * Record sets that validate a certificate. A domain and its wildcard have one record together. A
   * record is the same for every certificate of the account and domain, so one that somebody else
   * has made will do.
   *
   * @param certificate the certificate's id
   * @param zone id of the hosted zone that all of its domains are in
   */
  public static List<Resource<RecordSpec>> resources(
      ResourceId certificate, CertificateSpec spec, Value<String> zone) {
    Map<String, Resource<RecordSpec>> records = new LinkedHashMap<>();
    Stream.concat(Stream.of(spec.domain()), spec.alternatives().stream())
        .forEach(
            domain ->
                records.computeIfAbsent(
                    withoutWildcard(domain),
                    bare ->
                        resource(
                            certificate, bare, domain.equals(spec.domain()) ? "" : domain, zone)));
    return List.copyOf(records.values());
  }

  private static Resource<RecordSpec> resource(
      ResourceId certificate, String bare, String alternative, Value<String> zone) {
    return Resource.of(
        new ResourceId(RecordSpec.TYPE, certificate.name() + "-validates-" + bare),
        new RecordSpec(
            zone,
            Value.ref(certificate, attribute("validationName", alternative)),
            "CNAME",
            new RecordSpec.Answers(
                TTL, List.of(Value.ref(certificate, attribute("validationValue", alternative)))),
            true));
  }

  private static String withoutWildcard(String domain) {
    String plain = DnsName.plain(domain);
    return plain.startsWith("*.") ? plain.substring(2) : plain;
  }

  /**
   * The key of an attribute.
   *
   * @param alternative the domain, plain; empty for the main one
   */
  private static String attribute(String key, String alternative) {
    return alternative.isEmpty() ? key : key + "/" + DnsName.plain(alternative);
  }

  /**
   * As attributes of its certificate.
   *
   * @param main the certificate's main domain
   */
  Map<String, String> attributes(String main) {
    String alternative = domain.equals(main) ? "" : domain;
    return Map.of(
        attribute("validationName", alternative), name,
        attribute("validationType", alternative), type,
        attribute("validationValue", alternative), value);
  }
}
