package dev.slipway.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Status;
import dev.slipway.local.process.host.ProcessIdentity;
import dev.slipway.local.process.host.Until;
import dev.slipway.local.supervisor.Launch;
import dev.slipway.local.supervisor.ObservedSupervisor;
import dev.slipway.local.supervisor.Order;
import dev.slipway.local.supervisor.ProcessReport;
import dev.slipway.local.supervisor.ProcessReport.State;
import dev.slipway.local.supervisor.Reports;
import dev.slipway.local.supervisor.SupervisorFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of processes when somebody is killed at a bad moment. */
class CrashTest {
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
  void aNewSupervisorAdoptsWhatRuns() {
    scene.supervise();
    ProcessSpec spec = scene.listener(Scene.freePort());
    scene.run(spec);
    Until.holds("it serves", () -> scene.status().equals(Status.CURRENT));
    ProcessIdentity process = scene.process();

    scene.killSupervisor();

    ObservedSupervisor dead = scene.supervisor().orElseThrow();
    assertThat(scene.supervisors.diff(Scene.SUPERVISOR_SPEC, dead).fields())
        .containsExactly(new FieldChange("state", "stopped", "running", false));
    assertThat(scene.supervisors.status(dead)).isInstanceOf(Status.Failed.class);
    assertThat(process.alive()).isTrue();
    assertThat(scene.status()).isEqualTo(Status.CURRENT);
    assertThat(scene.processes.diff(spec, scene.read().orElseThrow()).isEmpty()).isTrue();

    scene.supervise();
    process.kill();

    ProcessIdentity next = scene.process(process);
    Until.holds("it serves again", () -> scene.status().equals(Status.CURRENT));
    assertThat(scene.supervised()).extracting(p -> p.identity()).containsExactly(next);
    assertThat(scene.report().lastExit().orElseThrow().code()).isEmpty();
  }

  @Test
  void whatDiesWithoutASupervisorIsToBeStartedAgain() {
    scene.supervise();
    ProcessSpec spec = scene.listener(Scene.freePort());
    scene.run(spec);
    ProcessIdentity process = scene.process();
    scene.killSupervisor();
    process.kill();
    Until.holds("it is dead", () -> !process.alive());

    ObservedProcess observed = scene.read().orElseThrow();
    assertThat(scene.processes.diff(spec, observed).fields())
        .containsExactly(new FieldChange("state", "stopped", "running", false));
    assertThat(scene.processes.status(observed)).isInstanceOf(Status.Failed.class);

    scene.supervise();
    scene.processes.update(Scene.PROCESS, spec, observed, scene.call);
    Until.holds("it serves again", () -> scene.status().equals(Status.CURRENT));
    assertThat(scene.supervised()).hasSize(1);
  }

  @Test
  void neverEndsAForeignProcessThatHasThePidOfAReport() throws Exception {
    scene.supervise();
    scene.run(scene.shell("exec sleep 300", GRACE));
    ProcessIdentity process = scene.process();
    scene.killSupervisor();
    process.kill();
    Until.holds("it is dead", () -> !process.alive());
    Process foreign = new ProcessBuilder("/bin/sh", "-c", "exec sleep 302").start();
    try {
      report(State.RUNNING, Optional.of(new ProcessIdentity(foreign.pid(), process.start())));

      scene.supervise();
      ProcessIdentity next = scene.process();
      assertThat(next.pid()).isNotEqualTo(foreign.pid());
      scene.killSupervisor();
      report(State.RUNNING, Optional.of(new ProcessIdentity(foreign.pid(), process.start())));
      scene.remove();

      assertThat(scene.supervised()).isEmpty();
      assertThat(foreign.isAlive()).isTrue();
    } finally {
      foreign.destroyForcibly().waitFor();
    }
  }

  @Test
  void adoptsAProcessWhoseStartNobodyReported() throws Exception {
    scene.supervise();
    ProcessSpec spec = scene.shell("exec sleep 300", GRACE);
    scene.run(spec);
    ProcessIdentity process = scene.process();
    scene.killSupervisor();
    report(State.STARTING, Optional.empty());

    scene.supervise();

    Until.holds(
        "the process is reported", () -> scene.report().process().equals(Optional.of(process)));
    assertThat(scene.supervised()).hasSize(1);
  }

  @Test
  void stopsAProcessWhoseStartNobodyReportedWhenAnotherIsWanted() throws Exception {
    scene.supervise();
    scene.run(scene.shell("exec sleep 300", GRACE));
    ProcessIdentity process = scene.process();
    scene.killSupervisor();
    Files.delete(files.report(Scene.PROCESS.name()));
    Files.delete(files.order(Scene.PROCESS.name()));
    assertThat(scene.process()).isEqualTo(process);

    scene.supervise();
    scene.run(scene.shell("exec sleep 303", GRACE));

    assertThat(scene.process(process).alive()).isTrue();
    assertThat(process.alive()).isFalse();
    assertThat(scene.supervised()).hasSize(1);
  }

  @Test
  void aSupervisorWhoseOrderWasWithdrawnWhileItWasDeadStopsTheProcess() throws Exception {
    scene.supervise();
    scene.run(scene.shell("exec sleep 300", GRACE));
    ProcessIdentity process = scene.process();
    scene.killSupervisor();
    Files.delete(files.order(Scene.PROCESS.name()));

    scene.supervise();

    Until.holds("it is stopped", () -> !process.alive());
    Until.holds("its report is gone", () -> Reports.read(folder).isEmpty());
  }

  private void report(State state, Optional<ProcessIdentity> process) throws IOException {
    Order order = Order.read(files.order(Scene.PROCESS.name())).orElseThrow();
    Launch launch = order.launch();
    new ProcessReport(
            order.resource(),
            order.generation(),
            launch.fingerprint(),
            state,
            process,
            0,
            0,
            Optional.empty(),
            Instant.now(),
            Optional.empty(),
            Optional.empty(),
            order.log().file())
        .write(files.report(Scene.PROCESS.name()));
  }
}
