package dev.slipway.aws.leftover;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.remains.ClusterRemains;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Leftover;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;

/**
 * What of a stack is still in the account: by its mark, whatever service it is of, and by the tags
 * and names that its clusters leave behind.
 *
 * @param clusters names of the clusters that the stack makes
 */
public record AwsLeftovers(Clients clients, ClusterRemains remains, List<String> clusters) {
  public AwsLeftovers {
    clusters = List.copyOf(clusters);
  }

  /**
   * Looks.
   *
   * @param kept what stays on purpose
   */
  public List<Leftover> find(Set<ResourceId> kept, Call call) {
    List<Leftover> found = new ArrayList<>(marked(kept, call));
    for (String cluster : clusters) {
      remains
          .of(cluster)
          .forEach(
              trace ->
                  found.add(
                      new Leftover(
                          trace.kind(),
                          trace.name(),
                          "the cluster '%s' made it (%s)".formatted(cluster, trace.sign()))));
    }
    return found;
  }

  private List<Leftover> marked(Set<ResourceId> kept, Call call) {
    Set<String> stays = Set.copyOf(kept.stream().map(ResourceId::toString).toList());
    Ghosts ghosts = new Ghosts(clients);
    List<Leftover> found = new ArrayList<>();
    for (ResourceTagMapping mapping :
        clients
            .tagging()
            .getResourcesPaginator(
                request ->
                    request.tagFilters(
                        List.of(TagFilter.builder().key(Tags.OWNER).values(call.owner()).build())))
            .resourceTagMappingList()) {
      Map<String, String> tags = new HashMap<>();
      mapping.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
      String resource = tags.getOrDefault(Tags.RESOURCE, "");
      if (!stays.contains(resource) && !ghosts.has(mapping.resourceARN())) {
        found.add(
            new Leftover(
                resource.isEmpty() ? "AWS resource" : resource,
                mapping.resourceARN(),
                "it carries this stack's mark"));
      }
    }
    return found;
  }
}
