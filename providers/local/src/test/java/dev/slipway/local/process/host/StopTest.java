package dev.slipway.local.process.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {
  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final Family family = new Family(shell.owner(), "r/a");

  @BeforeEach
  void needsProc() {
    assumeTrue(ProcessStat.AVAILABLE, "needs /proc");
  }

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void endsTheDescendantsToo() throws Exception {
    Process main = shell.start("r/a", "", child("child") + "; wait");
    ProcessIdentity child = identity("child");

    stop(main, Duration.ofSeconds(20)).await();

    assertThat(main.isAlive()).isFalse();
    assertThat(child.alive()).isFalse();
  }

  @Test
  void endsDescendantsWhoseParentHasDied() throws Exception {
    Process main = shell.start("r/a", "", child("child"));
    ProcessIdentity child = identity("child");
    assertThat(main.waitFor()).isZero();
    assertThat(child.alive()).isTrue();

    new Stop(Optional.empty(), family, Duration.ofSeconds(20)).await();

    assertThat(child.alive()).isFalse();
  }

  @Test
  void killsWhatIgnoresSigtermWhenTheGraceIsOver() throws Exception {
    Path ready = folder.resolve("ready");
    Process main =
        shell.start(
            "r/a", "", "trap '' TERM; echo y > " + ready + "; while :; do sleep 0.05; done");
    assertThat(Shell.line(ready)).isEqualTo("y");
    long before = System.nanoTime();

    stop(main, Duration.ofMillis(700)).await();

    assertThat(System.nanoTime() - before).isGreaterThan(Duration.ofMillis(650).toNanos());
    assertThat(main.waitFor()).isEqualTo(128 + 9);
  }

  @Test
  void leavesOtherResourcesAlone() throws Exception {
    Process main = shell.start("r/a", "", "exec sleep 300");
    Process other = shell.start("r/b", "", "exec sleep 300");

    stop(main, Duration.ofSeconds(20)).await();

    assertThat(other.isAlive()).isTrue();
  }

  private Stop stop(Process main, Duration grace) {
    return new Stop(ProcessIdentity.of(main.pid()), family, grace);
  }

  private String child(String name) {
    return "sleep 300 & echo $! > " + folder.resolve(name);
  }

  private ProcessIdentity identity(String name) {
    return ProcessIdentity.of(Long.parseLong(Shell.line(folder.resolve(name)))).orElseThrow();
  }
}
