package dev.slipway.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.Provider;
import dev.slipway.engine.stack.TargetKind;
import dev.slipway.engine.stack.TargetKind.Access;
import dev.slipway.kubernetes.KubernetesConfig.Conflicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesTargetTest {
  private static final Optional<String> NONE = Optional.empty();
  private static final String KUBECONFIG =
      """
      current-context: east
      contexts: [{name: east, context: {cluster: e}}, {name: west, context: {cluster: w}}]
      clusters: [{name: e, cluster: {server: "https://e"}}, {name: w, cluster: {server: "https://w"}}]
      """;

  @TempDir Path home;

  @Test
  void openingTouchesNeitherKubeconfigNorNetwork() throws IOException {
    Access access =
        target(Map.of())
            .open(
                config(NONE, NONE, NONE),
                new TargetKind.Opening("demo", home, home.resolve(".slipway/demo")));
    assertThat(access.providers())
        .extracting(Provider::name)
        .containsExactly("kubernetes", "local");
    access.providers().forEach(Provider::close);
    try (var files = Files.list(home)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aNamedFileCounts() throws IOException {
    Files.writeString(home.resolve("mine"), KUBECONFIG);
    KubernetesConfig config = config(Optional.of("west"), Optional.of("~/mine"), NONE);
    assertThat(target(Map.of("KUBECONFIG", "/other")).context(config, home).server())
        .isEqualTo("https://w");
  }

  @Test
  void aRelativeFileLiesBesideTheStackFile() throws IOException {
    Files.writeString(Files.createDirectory(home.resolve("stacks")).resolve("mine"), KUBECONFIG);
    KubernetesConfig config = config(Optional.of("west"), Optional.of("mine"), NONE);
    assertThat(target(Map.of()).context(config, home.resolve("stacks")).server())
        .isEqualTo("https://w");
  }

  @Test
  void aVariableMayHoldTheText() {
    KubernetesConfig config = config(NONE, NONE, Optional.of("CLUSTER"));
    assertThat(target(Map.of("CLUSTER", KUBECONFIG)).context(config, home).server())
        .isEqualTo("https://e");
    Diagnostic missing =
        catchThrowableOfType(
                DiagnosticException.class, () -> target(Map.of()).context(config, home))
            .first();
    assertThat(missing.code()).isEqualTo("KUBECONFIG-NO-CONTENTS");
    assertThat(missing.detail()).contains("CLUSTER");
  }

  @Test
  void twoPlacesForTheKubeconfigDoNotFitTogether() {
    assertThatThrownBy(() -> config(NONE, Optional.of("a"), Optional.of("B")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private KubernetesTarget target(Map<String, String> environment) {
    return new KubernetesTarget(environment, home);
  }

  private static KubernetesConfig config(
      Optional<String> context, Optional<String> kubeconfig, Optional<String> contentsFrom) {
    return new KubernetesConfig(
        context, kubeconfig, contentsFrom, "default", Optional.empty(), Conflicts.FAIL, Map.of());
  }
}
