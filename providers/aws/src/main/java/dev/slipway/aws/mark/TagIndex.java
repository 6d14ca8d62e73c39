package dev.slipway.aws.mark;

import dev.slipway.aws.access.Clients;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.ResourceId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;

/**
 * The tags of everything of the stack's in one service, a hundred at a time.
 *
 * <p>It lags some time behind. So it is believed only where it tells what is wanted; in all other
 * cases the service itself is asked.
 *
 * @param byArn tags by the ARN of what carries them
 */
public record TagIndex(Map<String, Map<String, String>> byArn) {
  /** What it is worth asking the service itself for. */
  public static final TagIndex EMPTY = new TagIndex(Map.of());

  private static final int PAGE = 100;

  /**
   * Looks up what carries the stack's mark.
   *
   * @param service as ARNs name it, for example {@code logs}
   */
  public static TagIndex of(String service, Clients clients, Call call) {
    TagFilter ofStack = TagFilter.builder().key(Tags.OWNER).values(call.owner()).build();
    Map<String, Map<String, String>> byArn = new HashMap<>();
    clients
        .tagging()
        .getResourcesPaginator(
            request ->
                request.resourcesPerPage(PAGE).resourceTypeFilters(service).tagFilters(ofStack))
        .stream()
        .flatMap(page -> page.resourceTagMappingList().stream())
        .forEach(found -> byArn.put(found.resourceARN(), map(found)));
    return new TagIndex(byArn);
  }

  /**
   * The tags of one.
   *
   * @param wanted those of its spec
   * @param ask asks the service itself
   */
  public Marked tags(
      String arn,
      ResourceId id,
      Map<String, String> wanted,
      Call call,
      Supplier<Map<String, String>> ask) {
    Map<String, String> found = byArn.getOrDefault(arn, Map.of());
    boolean asWanted =
        id.toString().equals(found.get(Tags.RESOURCE)) && Tags.missing(wanted, found).isEmpty();
    return Marked.of(asWanted ? found : ask.get(), id, call);
  }

  private static Map<String, String> map(ResourceTagMapping found) {
    Map<String, String> map = new TreeMap<>();
    found.tags().forEach(tag -> map.put(tag.key(), tag.value()));
    return map;
  }
}
