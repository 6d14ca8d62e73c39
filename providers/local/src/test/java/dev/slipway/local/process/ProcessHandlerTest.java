package dev.slipway.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import dev.slipway.local.process.host.ProcessIdentity;
import dev.slipway.local.process.host.Shell;
import dev.slipway.local.process.host.Until;
import dev.slipway.local.supervisor.ProcessReport;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessHandlerTest {
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
  void runsAProcessUntilItServesAndLeavesNothingWhenItIsRemoved() {
    scene.supervise();
    ProcessSpec spec = scene.listener(Scene.freePort());
    scene.run(spec);
    Until.holds("it serves", () -> scene.status().equals(Status.CURRENT));

    ObservedProcess observed = scene.read().orElseThrow();
    assertThat(scene.processes.diff(spec, observed).isEmpty()).isTrue();
    assertThat(observed.attributes().values().keySet())
        .containsExactly("log-file", "pid", "restarts", "started");
    assertThat(Path.of(observed.attributes().text("log-file").orElseThrow()))
        .hasContent("listening");

    scene.remove();

    assertThat(observed.process().orElseThrow().alive()).isFalse();
    assertThat(scene.read()).isEmpty();
    scene.removeSupervisor();
    assertThat(folder).isEmptyDirectory();
    assertThat(ProcessLeftovers.of(scene.call.owner())).isEmpty();
  }

  @Test
  void bringsBackWhatDiesAndSaysSo() {
    scene.supervise();
    scene.run(scene.listener(Scene.freePort()));
    Until.holds("it serves", () -> scene.status().equals(Status.CURRENT));
    ProcessIdentity first = scene.process();

    first.kill();

    assertThat(scene.process(first)).isNotEqualTo(first);
    Until.holds("it serves again", () -> scene.status().equals(Status.CURRENT));
    ProcessReport report = scene.report();
    assertThat(report.restarts()).isEqualTo(1);
    assertThat(report.lastExit().orElseThrow().describe()).isEqualTo("was ended by SIGKILL");
    assertThat(scene.read().orElseThrow().attributes().number("restarts")).contains(1L);
  }

  @Test
  void restartsInPlaceForAnotherCommandButNotForAnotherGrace() {
    scene.supervise();
    scene.run(scene.shell("exec sleep 300", GRACE));
    ProcessIdentity first = scene.process();
    ProcessSpec patient = scene.shell("exec sleep 300", Duration.ofSeconds(19));
    ObservedProcess observed = scene.read().orElseThrow();
    assertThat(scene.processes.diff(patient, observed).fields())
        .extracting(FieldChange::path)
        .containsExactlyInAnyOrder("grace", "readiness.port");

    scene.processes.update(Scene.PROCESS, patient, observed, scene.call);
    assertThat(scene.process()).isEqualTo(first);

    ProcessSpec other = scene.shell("exec sleep 301", Duration.ofSeconds(19));
    scene.processes.update(Scene.PROCESS, other, scene.read().orElseThrow(), scene.call);
    ProcessIdentity second = scene.process(first);

    assertThat(first.alive()).isFalse();
    assertThat(scene.report().restarts()).isZero();
    assertThat(scene.supervised()).hasSize(1);
    assertThat(second.alive()).isTrue();
  }

  @Test
  void killsWhatIgnoresSigtermAndWhatItStarted() {
    Path ready = folder.resolve("ready");
    scene.supervise();
    scene.run(
        scene.shell(
            "trap '' TERM; sleep 300 & echo $! > " + ready + "; while :; do sleep 1; done",
            Duration.ofMillis(500)));
    ProcessIdentity main = scene.process();
    ProcessIdentity child = ProcessIdentity.of(Long.parseLong(Shell.line(ready))).orElseThrow();

    scene.remove();

    assertThat(main.alive()).isFalse();
    assertThat(child.alive()).isFalse();
    assertThat(scene.supervised()).isEmpty();
  }

  @Test
  void endsDescendantsThatOutliveACrashBeforeItStartsAgain() {
    Path ready = folder.resolve("ready");
    scene.supervise();
    scene.run(scene.shell("sleep 300 & echo $! > " + ready + "; wait", GRACE));
    ProcessIdentity main = scene.process();
    ProcessIdentity child = ProcessIdentity.of(Long.parseLong(Shell.line(ready))).orElseThrow();

    main.kill();

    scene.process(main);
    assertThat(child.alive()).isFalse();
  }

  @Test
  void refusesWithoutASupervisor() {
    assertThatThrownBy(() -> scene.run(scene.listener(Scene.freePort())))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("LOCAL-PROCESS-NOT-SUPERVISED");
    assertThat(scene.read()).isEmpty();
  }

  @Test
  void showsReferencesThatAreNotKnownYet() {
    scene.supervise();
    scene.run(scene.listener(Scene.freePort()));
    ResourceId port = new ResourceId("local.port", "p");
    ProcessSpec spec = scene.listener(1);
    ProcessSpec unknown =
        new ProcessSpec(
            spec.supervisor(),
            spec.program(),
            List.of(Value.ref(port, "number")),
            spec.environment(),
            new Readiness.Tcp(Value.ref(port, "number")),
            spec.grace());

    assertThat(scene.processes.diff(unknown, scene.read().orElseThrow()).fields())
        .allMatch(change -> change.after().equals(new FieldChange.Unknown(port + "#number")))
        .extracting(FieldChange::path)
        .containsExactly("arguments.0", "readiness.port");
  }

  @Test
  void keepsItsNameApartFromTheFileSystem() throws Exception {
    scene.supervise();
    ResourceId odd = new ResourceId(ProcessSpec.TYPE, "../a b/c");
    ProcessSpec spec = scene.shell("exec sleep 300", GRACE);
    scene.processes.create(odd, spec, scene.call);

    try (var orders = Files.list(folder.resolve("supervisor/orders"))) {
      assertThat(orders).hasSize(1);
    }
  }
}
