package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.provider.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecCredentialsTest {
  @TempDir Path folder;

  @Test
  void theProgramsTokenIsUsedAndAskedForAgainOnceRefused() throws IOException {
    Path program =
        program(
            """
            echo x >> '%s/runs'
            echo '{"kind": "ExecCredential", "status": {"token": "t"}}'
            """
                .formatted(folder));
    try (ReplayServer server = new ReplayServer();
        Fabric8Cluster cluster = cluster("http://127.0.0.1:" + server.port(), program)) {
      assertThat(cluster.kinds()).isPresent();
      assertThat(Files.readAllLines(folder.resolve("runs"))).hasSize(1);
      server.replay("unauthorized");
      ProviderException refused =
          catchThrowableOfType(
              ProviderException.class,
              () -> cluster.list("v1", "Pod", java.util.Optional.empty(), ""));
      assertThat(refused.first().code()).isEqualTo("KUBERNETES-UNAUTHORIZED");
      assertThat(refused.first().fix()).contains("\n  " + program + " --for=lab");
      assertThat(Files.readAllLines(folder.resolve("runs"))).hasSize(2);
    }
  }

  @Test
  void aProgramThatFailsIsNamedWithWhatItSaid() throws IOException {
    ProviderException failed =
        failure(program("echo secret-output\necho 'session has expired' >&2\nexit 254\n"));
    assertThat(failed.first().code()).isEqualTo("KUBERNETES-EXEC-FAILED");
    assertThat(failed.first().detail())
        .contains("exit code 254")
        .contains("session has expired")
        .doesNotContain("secret-output");
  }

  @Test
  void aProgramThatIsNotThereIsNamedWithTheHint() {
    ProviderException failed = failure(folder.resolve("missing"));
    assertThat(failed.first().code()).isEqualTo("KUBERNETES-EXEC-MISSING");
    assertThat(failed.first().detail()).contains(folder.resolve("missing").toString());
    assertThat(failed.first().fix()).contains("get it from the shelf");
  }

  @Test
  void aProgramThatWritesSomethingElseIsNamed() throws IOException {
    assertThat(failure(program("echo hello\n")).first().code())
        .isEqualTo("KUBERNETES-EXEC-UNCLEAR");
  }

  private static ProviderException failure(Path program) {
    try (Fabric8Cluster cluster = cluster("http://127.0.0.1:1", program)) {
      return catchThrowableOfType(ProviderException.class, cluster::kinds);
    }
  }

  private static Fabric8Cluster cluster(String server, Path program) {
    return Fabric8Cluster.of(
        ReplayServer.kubeconfig(
            server,
            "exec: {apiVersion: client.authentication.k8s.io/v1, command: '%s', args: ['--for=lab'], installHint: get it from the shelf}"
                .formatted(program)));
  }

  private Path program(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("login"), "#!/bin/sh\n" + script);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }
}
