package dev.slipway.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import dev.slipway.local.process.host.Until;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a process that does not come up. */
class FailingProcessTest {
  private static final Duration GRACE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void open() {
    assumeTrue(new File("/proc/self/environ").canRead(), "needs /proc");
    scene = new Scene(folder);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void givesUpWaitingWithTheLastLinesOfTheLogWhenItCrashesAgainAndAgain() {
    scene.supervise();
    ProcessSpec spec = scene.shell("echo no such database; exit 7", GRACE);
    scene.run(spec);

    Status.Failed failed =
        Until.gives(
            "it has failed",
            () ->
                java.util.Optional.of(scene.status())
                    .filter(Status.Failed.class::isInstance)
                    .map(Status.Failed.class::cast));

    assertThat(failed.reason())
        .contains("exited with code 7")
        .contains("times in")
        .endsWith("\n  no such database");
    assertThat(scene.processes.diff(spec, scene.read().orElseThrow()).fields())
        .containsExactly(new FieldChange("state", "failing", "running", false));
  }

  @Test
  void saysWhyAProgramCannotBeStarted() {
    scene.supervise();
    ProcessSpec spec =
        new ProcessSpec(
            Value.of(""),
            new Program.Executable(Value.of("/no/such/program")),
            List.of(),
            new TreeMap<>(),
            new Readiness.Tcp(Value.of("1")),
            GRACE);
    scene.run(spec);

    Until.holds("it has failed", () -> scene.status() instanceof Status.Failed);

    assertThat(((Status.Failed) scene.status()).reason())
        .contains("could not be started")
        .contains("/no/such/program");
  }

  @Test
  void doesNotTakeAnothersAnswerForItsOwn() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      scene.supervise();
      scene.run(scene.listener(other.getLocalPort()));

      Until.holds("it has failed", () -> scene.status() instanceof Status.Failed);

      assertThat(((Status.Failed) scene.status()).reason())
          .contains("port " + other.getLocalPort() + " is held by another process, pid ")
          .contains(String.valueOf(ProcessHandle.current().pid()))
          .contains("BindException");
    }
  }

  @Test
  void saysWhatItWaitsFor() {
    scene.supervise();
    ProcessSpec spec = scene.shell("exec sleep 300", GRACE);
    scene.run(spec);
    scene.process();

    String port = ((Readiness.Tcp) spec.readiness()).port().get();
    Until.holds(
        "it says so",
        () ->
            scene
                .status()
                .equals(Status.inProgress("starting: port " + port + " does not answer yet")));
  }
}
