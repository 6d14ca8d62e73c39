package dev.slipway.kubernetes.chart;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Diagnostic.Location;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.chart.content.ObjectSpecs;
import dev.slipway.kubernetes.chart.content.Scopes;
import dev.slipway.kubernetes.chart.content.SecretShelf;
import dev.slipway.kubernetes.chart.lock.LockedImages;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.kubernetes.schema.Schemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Replaces manifest files by the objects in them. */
public final class ManifestExpander {
  private final Cluster cluster;
  private final Schemas schemas;
  private final LockedImages images;

  /**
   * @param schemas of the built-in kinds, for a cluster that doesn't exist yet
   */
  public ManifestExpander(Cluster cluster, Schemas schemas, LockedImages images) {
    this.cluster = cluster;
    this.schemas = schemas;
    this.images = images;
  }

  /**
   * Replaces the manifests among the wanted resources. What comes after a file comes after every
   * object in it.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException with the problems of all files, if
   *     the purpose is {@link Purpose#UP}
   */
  public Expansion expand(List<Resource<?>> wanted, Purpose purpose, Call call) {
    Together together = new Together(purpose);
    List<Resource<?>> files =
        wanted.stream().filter(r -> r.spec() instanceof ManifestsSpec).toList();
    if (files.isEmpty()) {
      return Expansion.of(wanted);
    }
    Map<ResourceId, List<ManifestFiles.Item>> items = new HashMap<>();
    List<ApiObject> definitions = new ArrayList<>();
    List<Map.Entry<ResourceId, List<ManifestFiles.Item>>> read =
        together.each(
            files, file -> Map.entry(file.id(), ManifestFiles.read((ManifestsSpec) file.spec())));
    for (Map.Entry<ResourceId, List<ManifestFiles.Item>> entry : read) {
      items.put(entry.getKey(), entry.getValue());
      entry.getValue().forEach(item -> definitions.add(item.object()));
    }
    Scopes scopes = new Scopes(cluster.kinds().orElseGet(schemas::kinds)).with(definitions);
    SecretShelf secrets = new SecretShelf(call.secrets(), purpose);
    ObjectSpecs specs =
        new ObjectSpecs(secrets, new TreeMap<>(), ObjectSpec.SLIPWAY, Optional.empty());
    List<Diagnostic> notices = images.lookUp(definitions, List.of());
    Map<ResourceId, Resource<?>> all = new LinkedHashMap<>();
    Map<ResourceId, List<ResourceId>> made = new HashMap<>();
    for (Resource<?> resource : wanted) {
      if (resource.spec() instanceof ManifestsSpec spec) {
        List<ResourceId> ids = new ArrayList<>();
        for (ManifestFiles.Item item : items.getOrDefault(resource.id(), List.of())) {
          ApiObject object = images.held(scopes.placed(item.object(), spec.namespace()));
          ObjectSpec objectSpec = specs.of(object, item.at().toString());
          ids.add(objectSpec.key().id());
          together.add(
              Resource.of(objectSpec.key().id(), objectSpec)
                  .after(resource.after().toArray(ResourceId[]::new))
                  .onRemoval(resource.removal()),
              resource,
              all);
        }
        made.put(resource.id(), ids);
      } else {
        together.add(resource, resource, all);
      }
    }
    together.throwIfAny();
    return new Expansion(
        all.values().stream().<Resource<?>>map(r -> renamed(r, made)).toList(), List.of(), notices);
  }

  private static Resource<?> renamed(Resource<?> resource, Map<ResourceId, List<ResourceId>> made) {
    return resource.after(
        resource.after().stream()
            .flatMap(id -> made.getOrDefault(id, List.of(id)).stream())
            .toArray(ResourceId[]::new));
  }

  /** A problem at a place in a file. */
  static Diagnostic problem(Location at, String detail, String fix) {
    return Diagnostic.user("MANIFEST-INVALID", "A manifest file can't be used", detail, fix).at(at);
  }
}
