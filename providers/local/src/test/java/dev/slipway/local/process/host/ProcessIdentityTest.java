package dev.slipway.local.process.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {
  private final Shell shell = new Shell();

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void livesAsLongAsItsProcess() throws Exception {
    Process process = shell.start("r/a", "", "exec sleep 300");
    ProcessIdentity identity = ProcessIdentity.of(process.pid()).orElseThrow();
    assertThat(identity.alive()).isTrue();

    identity.terminate();

    assertThat(process.waitFor()).isEqualTo(128 + 15);
    assertThat(identity.alive()).isFalse();
  }

  @Test
  void neverEndsAnotherProcessThatHasItsPidNow() throws Exception {
    Process foreign = shell.start("r/a", "", "exec sleep 300");
    ProcessIdentity recycled = new ProcessIdentity(foreign.pid(), "another-boot:1");

    recycled.terminate();
    recycled.kill();

    assertThat(recycled.alive()).isFalse();
    assertThat(foreign.isAlive()).isTrue();
    assertThat(ProcessIdentity.of(foreign.pid()).orElseThrow().alive()).isTrue();
  }

  @Test
  void doesNotTakeAZombieForLiving(@TempDir Path folder) throws Exception {
    assumeTrue(ProcessStat.AVAILABLE, "needs /proc");
    Path file = folder.resolve("pid");
    // The shell becomes a sleep that never asks for its child's exit code.
    Process parent = shell.start("r/a", "", "sleep 0.1 & echo $! > " + file + "; exec sleep 300");
    long child = Long.parseLong(Shell.line(file));

    Until.holds(
        "the child is a zombie",
        () -> ProcessStat.read(child).filter(ProcessStat::ended).isPresent());

    assertThat(ProcessIdentity.of(child)).isEmpty();
    assertThat(parent.isAlive()).isTrue();
  }
}
