package dev.slipway.kubernetes.schema;

import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Optional;

/**
 * The schemas that one command works with: those of the cluster's version, found out when they are
 * first needed, and the definitions that the stack itself brings. May be used from many threads.
 */
public final class PlannedSchemas implements Schemas {
  private final Cluster cluster;
  private final String absent;
  private volatile Schemas schemas;

  /**
   * @param absent the version to plan for while no cluster answers
   */
  public PlannedSchemas(Cluster cluster, String absent) {
    this.cluster = cluster;
    this.absent = absent;
  }

  /** The built-in kinds of the cluster's version. */
  public Schemas builtIn() {
    return BundledSchemas.of(version());
  }

  /** The version that is planned for, for example {@code 1.34.4}. */
  public String version() {
    return cluster.kinds().map(Kinds::version).orElse(absent);
  }

  /** Adds the definitions that the stack brings. */
  public Schemas bring(List<ApiObject> definitions) {
    schemas = CustomSchemas.with(builtIn(), definitions);
    return schemas;
  }

  private Schemas schemas() {
    Schemas known = schemas;
    return known == null ? bring(List.of()) : known;
  }

  @Override
  public Optional<FieldSchema> find(String apiVersion, String kind) {
    return schemas().find(apiVersion, kind);
  }

  @Override
  public Kinds kinds() {
    return schemas().kinds();
  }

  @Override
  public Schemas with(ApiObject customResourceDefinition) {
    return schemas().with(customResourceDefinition);
  }
}
