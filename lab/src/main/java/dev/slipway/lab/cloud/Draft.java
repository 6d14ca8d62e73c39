package dev.slipway.lab.cloud;

import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A resource of the simulated cloud, being described. */
public record Draft(Resource<ThingSpec> resource) {
  public static Draft of(Kind kind, String name) {
    return new Draft(
        Resource.of(
            new ResourceId(kind.type(), name),
            new ThingSpec("small", Value.of("here"), List.of(), kind == Kind.SLOW ? 3 : 0)));
  }

  public static Draft plain(String name) {
    return of(Kind.PLAIN, name);
  }

  public static Draft fixed(String name) {
    return of(Kind.FIXED, name);
  }

  public static Draft slow(String name) {
    return of(Kind.SLOW, name);
  }

  public static Draft secret(String name) {
    return of(Kind.SECRET, name);
  }

  /** A thing that holds data, which is kept. */
  public static Draft volume(String name) {
    return of(Kind.VOLUME, name).onRemoval(Removal.KEEP);
  }

  public static Graph graph(Draft... drafts) {
    return graph(Arrays.asList(drafts));
  }

  public static Graph graph(List<Draft> drafts) {
    return Graph.of(drafts.stream().map(Draft::resource).toList());
  }

  public Draft size(String size) {
    ThingSpec spec = resource.spec();
    return with(new ThingSpec(size, spec.zone(), spec.needs(), spec.looks()));
  }

  public Draft zone(Value<String> zone) {
    ThingSpec spec = resource.spec();
    return with(new ThingSpec(spec.size(), zone, spec.needs(), spec.looks()));
  }

  public Draft zone(String zone) {
    return zone(Value.of(zone));
  }

  /**
   * The zone is another thing's attribute.
   *
   * @param reference as {@code type/name#attribute}
   */
  public Draft zoneOf(String reference) {
    int hash = reference.indexOf('#');
    return zone(
        Value.ref(ResourceId.parse(reference.substring(0, hash)), reference.substring(hash + 1)));
  }

  public Draft looks(int looks) {
    ThingSpec spec = resource.spec();
    return with(new ThingSpec(spec.size(), spec.zone(), spec.needs(), looks));
  }

  /** It uses others, by the ids that the cloud gives them. */
  public Draft needs(String... ids) {
    ThingSpec spec = resource.spec();
    List<Value<String>> needs = new ArrayList<>(spec.needs());
    for (String id : ids) {
      needs.add(Value.ref(ResourceId.parse(id), "id"));
    }
    return with(new ThingSpec(spec.size(), spec.zone(), needs, spec.looks()));
  }

  public Draft after(String... ids) {
    return new Draft(
        resource.after(Arrays.stream(ids).map(ResourceId::parse).toArray(ResourceId[]::new)));
  }

  public Draft onRemoval(Removal removal) {
    return new Draft(resource.onRemoval(removal));
  }

  private Draft with(ThingSpec spec) {
    return new Draft(resource.withSpec(spec));
  }

  public String id() {
    return resource.id().toString();
  }
}
