package dev.slipway.aws.route53.zone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/** Tags of hosted zones. */
final class ZoneTags {
  /** Most zones in one call. */
  private static final int AT_ONCE = 10;

  private ZoneTags() {}

  /** The tags of some zones, by the zone's id. */
  static Map<String, Map<String, String>> of(List<String> zones, Route53Client route53) {
    Map<String, Map<String, String>> all = new HashMap<>();
    for (int from = 0; from < zones.size(); from += AT_ONCE) {
      List<String> some = zones.subList(from, Math.min(from + AT_ONCE, zones.size()));
      route53
          .listTagsForResources(
              request -> request.resourceType(TagResourceType.HOSTEDZONE).resourceIds(some))
          .resourceTagSets()
          .forEach(
              set -> {
                Map<String, String> tags = new TreeMap<>();
                set.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
                all.put(set.resourceId(), tags);
              });
    }
    return all;
  }

  /** Sets tags, beside those that are there. */
  static void set(Route53Client route53, String zone, Map<String, String> tags) {
    if (tags.isEmpty()) {
      return;
    }
    List<Tag> list = new ArrayList<>();
    tags.forEach((key, value) -> list.add(Tag.builder().key(key).value(value).build()));
    route53.changeTagsForResource(
        request -> request.resourceType(TagResourceType.HOSTEDZONE).resourceId(zone).addTags(list));
  }
}
