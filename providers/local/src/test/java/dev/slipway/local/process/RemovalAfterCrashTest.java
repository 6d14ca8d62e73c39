package dev.slipway.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.engine.resource.Status;
import dev.slipway.local.process.host.Mark;
import dev.slipway.local.supervisor.SupervisorFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a removal gets to its end whatever happened before. */
class RemovalAfterCrashTest {
  private static final Duration GRACE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private Scene scene;
  private SupervisorFolder files;

  @BeforeEach
  void open() {
    assumeTrue(new File("/proc/self/environ").canRead(), "needs /proc");
    scene = new Scene(folder);
    files = SupervisorFolder.of(folder);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void everythingIsRemovedWithoutASupervisor() {
    scene.supervise();
    scene.run(scene.shell("sleep 300 & exec sleep 301", GRACE));
    scene.process();
    scene.killSupervisor();

    scene.remove();

    assertThat(scene.supervised()).isEmpty();
    assertThat(scene.read()).isEmpty();
    scene.removeSupervisor();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aRemovalThatWasCutShortIsFinished() throws Exception {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    Files.writeString(logs.resolve("it.log.1"), "old");
    Files.writeString(logs.resolve("it.log"), "young");
    Files.createDirectories(files.reports());
    assertThat(scene.status()).isEqualTo(Status.NOT_FOUND);

    scene.remove();
    scene.removeSupervisor();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void removesAProcessThatNobodyKnowsAnyMore() throws Exception {
    Process lost = lost();
    try {
      assertThat(scene.read().orElseThrow().process().orElseThrow().pid()).isEqualTo(lost.pid());

      scene.remove();

      assertThat(lost.waitFor()).isEqualTo(128 + 15);
    } finally {
      lost.destroyForcibly();
    }
  }

  private Process lost() throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "300");
    new Mark(scene.call.owner(), Scene.PROCESS.toString(), "x").putInto(builder.environment());
    return builder.start();
  }
}
