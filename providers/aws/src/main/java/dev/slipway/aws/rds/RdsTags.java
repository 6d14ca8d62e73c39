package dev.slipway.aws.rds;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Tag;

/** Tags as RDS writes them. */
public final class RdsTags {
  private RdsTags() {}

  public static Map<String, String> map(Collection<Tag> tags) {
    Map<String, String> map = new TreeMap<>();
    tags.forEach(tag -> map.put(tag.key(), tag.value()));
    return map;
  }

  public static List<Tag> list(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  /** Sets tags, beside those that are there. */
  public static void set(RdsClient rds, String arn, Map<String, String> tags) {
    if (!tags.isEmpty()) {
      rds.addTagsToResource(request -> request.resourceName(arn).tags(list(tags)));
    }
  }
}
