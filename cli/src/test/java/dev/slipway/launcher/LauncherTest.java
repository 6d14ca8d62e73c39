package dev.slipway.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ./slipway} finds a Java; what it does then is the acceptance run's to see. */
final class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "slipway").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void saysHowToGetAJdkIfThereIsNone() throws Exception {
    Ended ended = launch(Map.of("JAVA_HOME", "", "SLIPWAY_JAVA_FOLDERS", folder + "/nothing/*"));

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.text())
        .contains("LAUNCH-NO-JAVA")
        .contains("apt-get install")
        .doesNotContain("\tat ");
  }

  @Test
  void passesByAJavaThatIsTooOld() throws Exception {
    jdk("old", "17.0.15");

    Ended ended =
        launch(Map.of("JAVA_HOME", folder + "/old", "SLIPWAY_JAVA_FOLDERS", folder + "/*"));

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.text()).contains("LAUNCH-NO-JAVA");
  }

  @Test
  void takesANewerOneAmongTheUsualFoldersAlsoWithASpaceInItsPath() throws Exception {
    jdk("old", "17.0.15");
    jdk("a newer one", "26.0.1");

    Ended ended =
        launch(Map.of("JAVA_HOME", folder + "/old", "SLIPWAY_JAVA_FOLDERS", folder + "/*"));

    assertThat(ended.text())
        .contains("started " + folder + "/a newer one/bin/java")
        .contains("dev.slipway.cli.Main --version");
  }

  /** A stand-in for a JDK that tells how it was started. */
  private void jdk(String name, String version) throws IOException {
    Path java = Files.createDirectories(folder.resolve(name).resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"started $0 $*\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private record Ended(int code, String text) {}

  /** Runs a copy of the launcher in a folder where all is built, on a PATH without a Java. */
  private Ended launch(Map<String, String> environment) throws Exception {
    Path clone = Files.createDirectories(folder.resolve("clone"));
    Files.copy(LAUNCHER, clone.resolve("slipway"));
    Path work = Files.createDirectories(clone.resolve("target/launch"));
    for (String source : new String[] {"engine", "providers", "blueprints", "cli"}) {
      Files.createDirectories(clone.resolve(source));
    }
    Files.writeString(clone.resolve("pom.xml"), "<project/>\n");
    Files.writeString(work.resolve("current"), Files.createDirectories(work.resolve("lib")) + "\n");
    Files.writeString(work.resolve("stamp"), "");
    Path programs = Files.createDirectories(folder.resolve("programs"));
    for (String program : new String[] {"dirname", "readlink", "find", "cat", "stty", "bash"}) {
      Files.createSymbolicLink(programs.resolve(program), where(program));
    }
    ProcessBuilder builder =
        new ProcessBuilder("bash", clone.resolve("slipway").toString(), "--version");
    builder.environment().putAll(environment);
    builder.environment().put("PATH", programs.toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), text);
  }

  private static Path where(String program) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path file = Path.of(folder, program);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IllegalStateException("no " + program + " on the PATH");
  }
}
