package dev.slipway.aws.network;

import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.ResourceId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Tags as EC2 writes them. */
public final class Ec2Tags {
  private Ec2Tags() {}

  /** The tags with which a resource is made: none is without its mark for a moment. */
  public static TagSpecification specification(
      ResourceType type, ResourceId id, Map<String, String> wanted, Call call) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(list(Tags.of(id, wanted, call)))
        .build();
  }

  /** Finds everything that carries the stack's mark. */
  public static Filter ofStack(Call call) {
    return Filter.builder().name("tag:" + Tags.OWNER).values(call.owner()).build();
  }

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
  public static void set(Ec2Client ec2, String resource, Map<String, String> tags) {
    if (!tags.isEmpty()) {
      ec2.createTags(request -> request.resources(resource).tags(list(tags)));
    }
  }
}
