package dev.slipway.aws.ecr;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ecr.model.Tag;

/** Tags as ECR writes them. */
public final class EcrTags {
  private EcrTags() {}

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
}
