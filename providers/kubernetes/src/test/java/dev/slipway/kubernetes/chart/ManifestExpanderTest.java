package dev.slipway.kubernetes.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.chart.lock.LockedImages;
import dev.slipway.kubernetes.chart.rig.NoCluster;
import dev.slipway.kubernetes.chart.rig.TestCall;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestExpanderTest {
  @TempDir private Path folder;
  private final TestCall call = new TestCall();

  @Test
  void objectsOfAFolderGetTheirNamespaceAndTheirSecretsAreTakenOut() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: key}
        stringData: {word: open}
        ---
        # only a comment
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: port, namespace: nonsense}
        """);
    Files.writeString(
        folder.resolve("b.json"),
        "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"c\","
            + " \"namespace\": \"sea\"}}");
    Resource<?> later =
        Resource.of(new ResourceId("kubernetes.object", "later"), ObjectSpec.of(java.util.Map.of()))
            .after(manifests().id());

    Expansion expansion = expand(List.of(manifests(), later));

    assertThat(expansion.resources())
        .extracting(resource -> resource.id().name())
        .containsExactly("Secret/port/key", "Namespace/port", "ConfigMap/sea/c", "later");
    assertThat(expansion.resources().getLast().after()).hasSize(3);
    ObjectSpec secret = (ObjectSpec) expansion.resources().getFirst().spec();
    assertThat(secret.manifest()).doesNotContainKey("stringData");
    assertThat(secret.fieldManager()).isEqualTo("slipway");
    assertThat(call.reveal("kubernetes/port/key/word")).isEqualTo("b3Blbg==");
  }

  @Test
  void everyBrokenDocumentIsToldWithItsLine() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: fine}
        ---

        apiVersion: v1
        metadata: {name: kindless}
        ---
        a: b
          c: d
        """);

    assertThatThrownBy(() -> expand(List.of(manifests())))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> {
              assertThat(e.diagnostics())
                  .extracting(d -> d.location().orElseThrow().line())
                  .containsExactly(6, 10);
              assertThat(e.diagnostics())
                  .extracting(Diagnostic::code)
                  .containsOnly("MANIFEST-INVALID");
              assertThat(e.first().detail()).isEqualTo("The object 'kindless' has no kind.");
            });
  }

  @Test
  void aFileThatIsNotThereIsTheUsersMistake() {
    folder = folder.resolve("nowhere.yaml");

    assertThatThrownBy(() -> expand(List.of(manifests())))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(e.first().code()).isEqualTo("MANIFEST-NOT-READ"));
  }

  private Resource<ManifestsSpec> manifests() {
    return Resource.of(
        new ResourceId(ManifestsSpec.TYPE, "all"), new ManifestsSpec(folder.toString(), "port"));
  }

  private Expansion expand(List<Resource<?>> wanted) {
    return new ManifestExpander(new NoCluster(), NoCluster.schemas(), LockedImages.NONE)
        .expand(wanted, Purpose.UP, call);
  }
}
