package dev.slipway.aws.route53.record;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.ResourceId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The TXT record that says whose the record set is which it stands beside, as external-dns does it
 * (https://kubernetes-sigs.github.io/external-dns/latest/docs/registry/txt/).
 */
final class Companion {
  private static final long TTL = 300;
  private static final Pattern MARK =
      Pattern.compile("\"heritage=slipway,owner=([^,\"]*),resource=([^\"]*)\"");

  private Companion() {}

  /**
   * Its name, another for each type of record. A wildcard within a name would be taken literally.
   *
   * @param name plain
   */
  static String name(String name, String type) {
    String below = name.startsWith("*.") ? "_any." + name.substring(2) : name;
    return "_slipway-owner-" + type.toLowerCase(Locale.ROOT) + "." + below;
  }

  /** The record for a record set of this stack's. */
  static ResourceRecordSet of(String name, String type, ResourceId id, Call call) {
    return ResourceRecordSet.builder()
        .name(name(name, type))
        .type(RRType.TXT)
        .ttl(TTL)
        .resourceRecords(
            ResourceRecord.builder()
                .value("\"heritage=slipway,owner=%s,resource=%s\"".formatted(call.owner(), id))
                .build())
        .build();
  }

  /** The mark of the stack that a companion names. */
  static Optional<String> owner(ResourceRecordSet companion) {
    return mark(companion).map(mark -> mark.group(1));
  }

  /** Whether a companion says that the record set is this very resource. */
  static boolean isOf(ResourceRecordSet companion, ResourceId id, Call call) {
    return mark(companion)
        .filter(mark -> mark.group(1).equals(call.owner()) && mark.group(2).equals(id.toString()))
        .isPresent();
  }

  private static Optional<Matcher> mark(ResourceRecordSet companion) {
    return companion.resourceRecords().stream()
        .map(record -> MARK.matcher(record.value()))
        .filter(Matcher::matches)
        .findFirst();
  }
}
