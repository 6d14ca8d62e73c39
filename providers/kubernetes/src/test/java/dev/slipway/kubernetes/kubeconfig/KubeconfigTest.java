package dev.slipway.kubernetes.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {
  private static final String TWO =
      """
      current-context: east
      contexts:
      - {name: east, context: {cluster: e, user: me, namespace: apps}}
      - {name: west, context: {cluster: w}}
      - {name: lost, context: {cluster: nowhere}}
      clusters:
      - {name: e, cluster: {server: "https://east:6443/", certificate-authority: ca.pem}}
      - {name: w, cluster: {server: "https://west:6443"}}
      users:
      - name: me
        user:
          tokenFile: token
          exec: {apiVersion: client.authentication.k8s.io/v1, command: bin/login, args: [--now]}
      """;

  @TempDir Path folder;

  @Test
  void theCurrentContextCountsUnlessAnotherIsAskedFor() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "PEM");
    Kubeconfig kubeconfig = Kubeconfig.read(write("config", TWO));
    KubeContext east = kubeconfig.context(Optional.empty());
    assertThat(east.name()).isEqualTo("east");
    assertThat(east.server()).isEqualTo("https://east:6443");
    assertThat(east.namespace()).contains("apps");
    assertThat(kubeconfig.context(Optional.of("west")).server()).isEqualTo("https://west:6443");
  }

  @Test
  void pathsAreThoseOfItsFolder() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "PEM");
    KubeContext east = Kubeconfig.read(write("config", TWO)).context(Optional.empty());
    assertThat(east.ofCluster("certificate-authority-data")).contains("UEVN");
    assertThat(east.ofUser("tokenFile")).contains(folder.resolve("token").toString());
    assertThat(east.exec().orElseThrow().line()).isEqualTo(folder.resolve("bin/login") + " --now");
  }

  @Test
  void itCanBeWrittenWithOneContextAlone() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "PEM");
    KubeContext east = Kubeconfig.read(write("config", TWO)).context(Optional.empty());
    KubeContext again = Kubeconfig.parse(east.write(), "written").context(Optional.empty());
    assertThat(again.cluster()).isEqualTo(east.cluster());
    assertThat(again.user()).isEqualTo(east.user());
    assertThat(again.namespace()).isEqualTo(east.namespace());
    assertThat(east.write()).doesNotContain("west");
  }

  @Test
  void listedFilesAreMergedAndTheFirstCounts() throws IOException {
    Path first = write("first", "contexts: [{name: east, context: {cluster: w}}]");
    Path second = write("second", TWO);
    Map<String, String> environment =
        Map.of("KUBECONFIG", first + ":" + folder.resolve("missing") + ":" + second);
    KubeContext east = Kubeconfig.ambient(environment::get, folder).context(Optional.empty());
    assertThat(east.server()).isEqualTo("https://west:6443");
  }

  @Test
  void theHomeFoldersFileCountsWithoutAList() throws IOException {
    Files.createDirectories(folder.resolve(".kube"));
    write(".kube/config", TWO);
    assertThat(
            Kubeconfig.ambient(Map.<String, String>of()::get, folder)
                .context(Optional.of("west"))
                .clusterName())
        .isEqualTo("w");
  }

  @Test
  void noneAtAllIsTold() {
    Diagnostic problem = problem(() -> Kubeconfig.ambient(Map.<String, String>of()::get, folder));
    assertThat(problem.code()).isEqualTo("KUBECONFIG-NONE");
    assertThat(problem.detail()).contains(folder.resolve(".kube/config").toString());
  }

  @Test
  void aMisspeltContextIsToldWithTheNearest() {
    Kubeconfig kubeconfig = Kubeconfig.parse(TWO, "stack");
    Diagnostic near = problem(() -> kubeconfig.context(Optional.of("wset")));
    assertThat(near.code()).isEqualTo("KUBECONFIG-NO-CONTEXT");
    assertThat(near.fix()).contains("'west'");
    assertThat(near.detail()).contains("east, lost, west");
  }

  @Test
  void whatAContextLacksIsTold() {
    Kubeconfig kubeconfig = Kubeconfig.parse(TWO, "stack");
    Diagnostic lost = problem(() -> kubeconfig.context(Optional.of("lost")));
    assertThat(lost.code()).isEqualTo("KUBECONFIG-INCOMPLETE");
    assertThat(lost.detail()).contains("'nowhere'");
    assertThat(problem(() -> Kubeconfig.parse("{}", "x").context(Optional.empty())).code())
        .isEqualTo("KUBECONFIG-NO-CURRENT");
  }

  @Test
  void malformedYamlIsToldWithItsLine() throws IOException {
    Path file = write("config", "contexts:\n- name: a\n  context: {cluster: [}\n");
    Diagnostic problem = problem(() -> Kubeconfig.read(file));
    assertThat(problem.code()).isEqualTo("KUBECONFIG-MALFORMED");
    assertThat(problem.location().orElseThrow().file()).isEqualTo(file.toString());
    assertThat(problem.location().orElseThrow().line()).isEqualTo(3);
    assertThat(problem(() -> Kubeconfig.parse("- a", "x")).code())
        .isEqualTo("KUBECONFIG-MALFORMED");
    assertThat(problem(() -> Kubeconfig.parse("contexts: 3", "x")).detail())
        .contains("'contexts' is not a list");
  }

  @Test
  void unreadableFilesAreTold() {
    assertThat(problem(() -> Kubeconfig.read(folder.resolve("missing"))).detail())
        .contains("missing")
        .contains("it is not there");
    assertThat(
            problem(() -> Kubeconfig.read(write("config", TWO)).context(Optional.empty())).detail())
        .contains("ca.pem");
  }

  @Test
  void noSecretShowsInItsText() {
    KubeContext context =
        Kubeconfig.parse(
                """
                contexts: [{name: a, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "https://c"}}]
                users: [{name: u, user: {token: S3CRET}}]
                """,
                "x")
            .context(Optional.of("a"));
    assertThat(context.toString()).doesNotContain("S3CRET");
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Diagnostic problem(Runnable call) {
    return catchThrowableOfType(DiagnosticException.class, call::run).first();
  }
}
