package dev.slipway.kubernetes.chart.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.chart.rig.ChartServer;
import dev.slipway.kubernetes.chart.source.ChartFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelmBinaryTest {
  private static final HelmRelease HERE = HelmRelease.here();

  @TempDir private Path folder;

  @Test
  void aHelmOfAnotherVersionOnThePathIsPassedOver() throws IOException {
    Path other = program(folder.resolve("other"), "v3.21.0");
    Path right = program(folder.resolve("right"), "v" + HelmRelease.VERSION);

    assertThat(find(Map.of("PATH", other.getParent() + ":" + right.getParent()))).isEqualTo(right);
  }

  @Test
  void aNamedHelmOfAnotherVersionIsRefused() throws IOException {
    Path other = program(folder.resolve("other"), "v3.21.0");

    assertThat(code(Map.of("SLIPWAY_HELM", other.toString()))).isEqualTo("HELM-WRONG-VERSION");
    Path built = program(folder.resolve("built"), "v4.3");
    assertThat(find(Map.of("SLIPWAY_HELM", built.toString()))).isEqualTo(built);
  }

  @Test
  void helmIsFetchedOnceAndChecked() throws IOException {
    Path served = Files.createDirectory(folder.resolve("served"));
    byte[] archive = archive(HERE.entry(), "#!/bin/sh\n");
    Files.write(served.resolve(HERE.archive()), archive);
    Path sum = served.resolve(HERE.checksumFile());
    try (ChartServer server = new ChartServer(served)) {
      Map<String, String> environment = Map.of("SLIPWAY_HELM_MIRROR", server.address());
      assertThat(code(environment)).isEqualTo("HELM-NOT-FETCHED");
      Files.writeString(sum, "0".repeat(64) + "  " + HERE.archive());
      assertThat(code(environment)).isEqualTo("HELM-CHECKSUM");
      Files.writeString(sum, ChartFolder.sha256(archive) + "  " + HERE.archive());

      Path found = find(environment);
      assertThat(found).isExecutable().hasContent("#!/bin/sh");
      int asked = server.asked().size();
      assertThat(find(environment)).isEqualTo(found);
      assertThat(server.asked()).hasSize(asked);
    }
  }

  @Test
  void aCancelledRunIsKilled() throws IOException {
    Path slow = folder.resolve("helm");
    Files.writeString(slow, "#!/bin/sh\nexec sleep 600\n");
    Files.setPosixFilePermissions(slow, PosixFilePermissions.fromString("rwx------"));
    try (Workspace workspace = Workspace.open()) {
      assertThatThrownBy(
              () -> new Helm(slow).run(List.of(), Optional.of("secret"), workspace, () -> true))
          .isInstanceOfSatisfying(
              ProviderException.class,
              e -> assertThat(e.retry()).isEqualTo(ProviderException.Retry.CANCELLED));
      assertThat(Files.getPosixFilePermissions(workspace.folder().resolve("kubeconfig")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  private Path find(Map<String, String> environment) {
    return new HelmBinary(environment, folder.resolve("cache")).find();
  }

  private String code(Map<String, String> environment) {
    try {
      return find(environment).toString();
    } catch (DiagnosticException e) {
      return e.first().code();
    }
  }

  private static Path program(Path in, String version) throws IOException {
    Path program = Files.createDirectories(in).resolve("helm");
    Files.writeString(program, "#!/bin/sh\necho " + version + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return program;
  }

  /** A tar archive of one file. */
  private static byte[] archive(String name, String contents) throws IOException {
    byte[] bytes = contents.getBytes(StandardCharsets.UTF_8);
    byte[] blocks = new byte[512 * 4];
    System.arraycopy(name.getBytes(StandardCharsets.UTF_8), 0, blocks, 0, name.length());
    byte[] size = "%011o".formatted(bytes.length).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(size, 0, blocks, 124, size.length);
    blocks[156] = '0';
    System.arraycopy(bytes, 0, blocks, 512, bytes.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(blocks);
    }
    return out.toByteArray();
  }
}
