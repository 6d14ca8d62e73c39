package dev.slipway.kubernetes.schema;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Problems;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.schema.Schemas.FieldSchema;
import dev.slipway.kubernetes.schema.Validation.Checked;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether an object's kind is known: to Kubernetes, to the cluster, or by the stack itself. */
final class KindCheck {
  private final Schemas schemas;
  private final Optional<Kinds> live;
  private final Set<String> defined = new HashSet<>();
  private final Set<String> reported = new HashSet<>();

  /**
   * What is known of a kind.
   *
   * @param schema empty if only the cluster knows the kind
   * @param namespaced empty for a built-in kind that no server offers unasked
   */
  record Known(Optional<FieldSchema> schema, Optional<Boolean> namespaced) {}

  KindCheck(Schemas schemas, List<ApiObject> definitions, Optional<Kinds> live) {
    this.schemas = schemas;
    this.live = live;
    for (ApiObject object : definitions) {
      Definition.of(object)
          .ifPresent(
              definition ->
                  definition
                      .served()
                      .keySet()
                      .forEach(
                          version ->
                              defined.add(
                                  definition.group() + "/" + version + "/" + definition.kind())));
    }
  }

  /** What is known of the object's kind; if nothing is, that is a problem, told once a kind. */
  Optional<Known> find(Checked checked, Problems problems) {
    String apiVersion = checked.object().apiVersion();
    String kind = checked.object().kind();
    Optional<FieldSchema> schema = schemas.find(apiVersion, kind);
    Optional<Kinds.Kind> offered = live.flatMap(kinds -> kinds.find(apiVersion, kind));
    String name = apiVersion + "/" + kind;
    boolean known =
        live.isPresent() ? offered.isPresent() || defined.contains(name) : schema.isPresent();
    if (known) {
      return Optional.of(
          new Known(
              schema,
              offered
                  .or(() -> schemas.kinds().find(apiVersion, kind))
                  .map(Kinds.Kind::namespaced)));
    }
    if (reported.add(name)) {
      problems.add(problem(checked, schema.isPresent()));
    }
    return Optional.empty();
  }

  private Diagnostic problem(Checked checked, boolean builtIn) {
    String apiVersion = checked.object().apiVersion();
    String kind = checked.object().kind();
    if (builtIn) {
      return KindProblems.notOffered(checked, elsewhere(apiVersion, kind));
    }
    return RemovedKinds.find(apiVersion, kind)
        .map(removed -> KindProblems.removed(checked, removed))
        .orElseGet(
            () ->
                KindProblems.unknown(
                    checked, live.isPresent(), elsewhere(apiVersion, kind), kinds(apiVersion)));
  }

  /** The other apiVersions that have the kind. */
  private List<String> elsewhere(String apiVersion, String kind) {
    return all()
        .filter(known -> known.kind().equals(kind) && !known.apiVersion().equals(apiVersion))
        .map(Kinds.Kind::apiVersion)
        .distinct()
        .sorted()
        .toList();
  }

  /** The kinds of an apiVersion, or of all if it isn't known either. */
  private List<String> kinds(String apiVersion) {
    Map<Boolean, List<String>> names =
        all()
            .collect(
                Collectors.partitioningBy(
                    known -> known.apiVersion().equals(apiVersion),
                    Collectors.mapping(Kinds.Kind::kind, Collectors.toList())));
    return names.get(true).isEmpty() ? names.get(false) : names.get(true);
  }

  private Stream<Kinds.Kind> all() {
    return Stream.concat(
        schemas.kinds().kinds().values().stream()
            .filter(
                kind -> live.isEmpty() || defined.contains(kind.apiVersion() + "/" + kind.kind())),
        live.stream().flatMap(kinds -> kinds.kinds().values().stream()));
  }
}
