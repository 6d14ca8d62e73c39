package dev.slipway.kubernetes.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.cluster.Kinds.Kind;
import dev.slipway.kubernetes.hook.HookSpec;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private final Schemas schemas = BundledSchemas.of("1.34");

  private List<Diagnostic> check(String yaml) {
    return Validation.check(Manifests.resources(yaml), schemas, Optional.empty());
  }

  private static List<String> told(List<Diagnostic> problems) {
    return problems.stream()
        .map(problem -> problem.code() + " " + problem.detail() + " " + problem.fix())
        .toList();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    assertThat(String.join("\n", told(check(Manifests.file(getClass(), "bad.yaml")))) + "\n")
        .isEqualTo(Manifests.file(getClass(), "bad.txt"));
  }

  @Test
  void whatTheServerTakesIsRight() {
    assertThat(told(check(Manifests.file(getClass(), "good.yaml")))).isEmpty();
  }

  @Test
  void customObjectsAreCheckedAgainstTheDefinitionOfTheSamePlan() {
    String shelf =
        """
        ---
        apiVersion: library.dev/v1
        kind: Shelf
        metadata: {name: left, namespace: hall}
        spec:
          colour: blue
          books: [{title: Emma, page: 3}, {title: Emma}]
          port: 1.5
          notes: {a: 1}
          extra: {free: 1}
          anything: [1]
        ---
        apiVersion: library.dev/v1alpha1
        kind: Shelf
        metadata: {name: right, namespace: hall}
        """;
    assertThat(told(check(Manifests.file(getClass(), "crd.yaml") + shelf)))
        .satisfiesExactly(
            field -> assertThat(field).contains("no field 'page'", "'pages'"),
            twice -> assertThat(twice).contains("LIST-TWICE", "spec.books[1]", "title Emma"),
            colour -> assertThat(colour).contains("spec.colour is 'blue'", "red, green"),
            notes -> assertThat(notes).contains("spec.notes.a must be a text"),
            port -> assertThat(port).contains("spec.port must be a whole number or a text"),
            version -> assertThat(version).contains("KIND-UNKNOWN", "library.dev/v1"));
  }

  @Test
  void aHoleIsRightWhereATextMayStandAndNowhereElse() {
    Value<String> hole = Value.ref(new ResourceId("local.secret", "root"), "value");
    Map<String, Object> container =
        Map.of(
            "name",
            "a",
            "image",
            hole,
            "imagePullPolicy",
            hole,
            "resources",
            Map.of("limits", Map.of("memory", hole)),
            "ports",
            List.of(Map.of("containerPort", hole)));
    ObjectSpec pod =
        ObjectSpec.of(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                Map.of("name", "a", "namespace", "b", "labels", Map.of("of", hole)),
                "spec",
                Map.of("containers", List.of(container))));
    List<Diagnostic> problems =
        Validation.check(List.of(Resource.of(pod.key().id(), pod)), schemas, Optional.empty());
    assertThat(told(problems))
        .singleElement()
        .asString()
        .contains("containerPort", "a text that is known only later", "known value");
  }

  @Test
  void theClusterSaysWhichKindsThereAre() {
    Kind shelf = new Kind("library.dev/v1", "Shelf", "shelves", true, List.of("get"));
    Map<String, Kind> kinds = new HashMap<>(schemas.kinds().kinds());
    kinds.put("library.dev/v1/Shelf", shelf);
    kinds.remove("batch/v1/CronJob");
    String yaml =
        """
        {apiVersion: library.dev/v1, kind: Shelf, metadata: {name: a, namespace: b}, spec: {x: 1}}
        ---
        {apiVersion: library.dev/v1, kind: Shelf, metadata: {name: c}}
        ---
        {apiVersion: library.dev/v1, kind: Shelv, metadata: {name: a, namespace: b}}
        ---
        {apiVersion: batch/v1, kind: CronJob, metadata: {name: a, namespace: b}}
        """;
    assertThat(
            told(
                Validation.check(
                    Manifests.resources(yaml), schemas, Optional.of(new Kinds("1.34.4", kinds)))))
        .satisfiesExactly(
            scope -> assertThat(scope).contains("KUBERNETES-SCOPE Shelf c has no namespace"),
            kind -> assertThat(kind).contains("Neither the cluster", "Did you mean", "'Shelf'"),
            gone -> assertThat(gone).contains("doesn't offer"));
  }

  @Test
  void theSameObjectTwiceIsToldButNotForHooks() {
    String map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: b}}\n";
    List<Resource<?>> objects = new ArrayList<>(Manifests.resources(map + "---\n" + map));
    assertThat(told(Validation.check(objects, schemas, Optional.empty())))
        .singleElement()
        .asString()
        .contains("KUBERNETES-OBJECT-TWICE ConfigMap b/a");
    List<Resource<?>> hooks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ObjectSpec object = (ObjectSpec) objects.get(i).spec();
      hooks.add(
          Resource.of(
              new ResourceId(HookSpec.TYPE, "hook-" + i),
              new HookSpec(object, List.of("pre-install"), List.of(), "b/r", "")));
    }
    assertThat(Validation.check(hooks, schemas, Optional.empty())).isEmpty();
  }

  @Test
  void ofAVersionThatIsNotBundledUnknownFieldsAreLeftToTheServer() {
    String yaml =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: b}, news: 1, data: 2}";
    assertThat(
            told(
                Validation.check(
                    Manifests.resources(yaml), BundledSchemas.of("1.50"), Optional.empty())))
        .singleElement()
        .asString()
        .contains("data must be a map");
  }
}
