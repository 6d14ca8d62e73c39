package dev.slipway.kubernetes.schema;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.schema.SchemaFile.KindLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The built-in kinds of a Kubernetes version, known without a cluster. Of a version that isn't
 * bundled the nearest one stands in; since fields may be new or gone there, all its objects are
 * then open.
 */
public final class BundledSchemas implements Schemas {
  private final SchemaFile file = SchemaFile.get();
  private final int bit;
  private final boolean exact;
  private final Map<String, KindLine> lines = new HashMap<>();
  private final Kinds kinds;
  private final Map<String, Map<String, BundledField>> fields = new ConcurrentHashMap<>();

  private BundledSchemas(KubernetesVersion asked, String bundled) {
    this.bit = 1 << file.versions().indexOf(bundled);
    this.exact = asked.sameMinor(KubernetesVersion.parse(bundled));
    Map<String, Kinds.Kind> served = new HashMap<>();
    for (KindLine line : file.kinds()) {
      String name = line.kind().apiVersion() + "/" + line.kind().kind();
      if ((line.versions() & bit) != 0) {
        lines.put(name, line);
      }
      if ((line.served() & bit) != 0) {
        served.put(name, line.kind());
      }
    }
    this.kinds = new Kinds(exact && asked.patch().isEmpty() ? bundled : asked.toString(), served);
  }

  /**
   * The built-in kinds of a version, or of the nearest one that is bundled.
   *
   * @param version for example {@code 1.34}, {@code v1.34.4} or {@code 1.34.4+k3s1}
   */
  public static Schemas of(String version) {
    KubernetesVersion asked = KubernetesVersion.parse(version);
    return new BundledSchemas(asked, asked.nearest(versions()));
  }

  /** The versions that are bundled, oldest first, for example {@code 1.34.4}. */
  public static List<String> versions() {
    return SchemaFile.get().versions();
  }

  /** What the user should know if another version stands in for this one. */
  public static Optional<Diagnostic> notice(String version) {
    KubernetesVersion asked = KubernetesVersion.parse(version);
    String bundled = asked.nearest(versions());
    return asked.sameMinor(KubernetesVersion.parse(bundled))
        ? Optional.empty()
        : Optional.of(KindProblems.otherVersion(asked.toString(), bundled, versions()));
  }

  @Override
  public Optional<FieldSchema> find(String apiVersion, String kind) {
    return Optional.ofNullable(lines.get(apiVersion + "/" + kind))
        .map(line -> new BundledField(this, "#" + line.type()));
  }

  @Override
  public Kinds kinds() {
    return kinds;
  }

  @Override
  public Schemas with(ApiObject customResourceDefinition) {
    return new CustomSchemas(this, List.of()).with(customResourceDefinition);
  }

  boolean exact() {
    return exact;
  }

  /** The fields of a type, by name, with {@code !} if they are required. */
  Map<String, BundledField> fields(String type) {
    return fields.computeIfAbsent(
        type,
        name -> {
          Map<String, BundledField> found = new HashMap<>();
          file.fields(name, bit)
              .forEach((field, word) -> found.put(field, new BundledField(this, word)));
          return Map.copyOf(found);
        });
  }
}
