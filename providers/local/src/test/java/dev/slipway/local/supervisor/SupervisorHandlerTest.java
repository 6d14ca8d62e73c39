package dev.slipway.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.engine.resource.Status;
import dev.slipway.local.process.Scene;
import dev.slipway.local.process.host.ProcessIdentity;
import dev.slipway.local.process.host.Processes;
import dev.slipway.local.process.host.Until;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorHandlerTest {
  @TempDir Path temporary;
  private Path folder;
  private Scene scene;

  @BeforeEach
  void open() throws IOException {
    assumeTrue(new File("/proc/self/environ").canRead(), "needs /proc");
    folder = Files.createDirectory(temporary.resolve("stack"));
    scene = new Scene(folder);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void startsOnceAndIsFoundAgain() {
    ObservedSupervisor first = scene.supervise();

    assertThat(scene.supervise()).isEqualTo(first);
    assertThat(scene.supervisor()).contains(first);
    assertThat(Reports.supervisor(folder)).isEqualTo(first.process());
    assertThat(scene.supervisors.status(first)).isEqualTo(Status.CURRENT);
    assertThat(scene.supervisors.diff(Scene.SUPERVISOR_SPEC, first).isEmpty()).isTrue();
    assertThat(first.attributes().text("folder"))
        .isEqualTo(scene.supervisors.predict(Scene.SUPERVISOR_SPEC).text("folder"));
  }

  @Test
  void runsOnlyOnceHoweverManyStartIt() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ObservedSupervisor>> all =
          IntStream.range(0, 4).mapToObj(_ -> threads.submit(scene::supervise)).toList();
      for (Future<ObservedSupervisor> one : all) {
        assertThat(one.get()).isEqualTo(all.getFirst().get());
      }
    }
    Until.holds("the others have ended", () -> Processes.marked(scene.call.owner()).size() == 1);
  }

  @Test
  void adoptsOneWhoseStarterDiedBeforeItCouldSeeIt() throws Exception {
    SupervisorFolder files = SupervisorFolder.of(folder);
    files.create();
    Process started =
        new SupervisorLaunch(files, scene.call.owner(), Scene.SUPERVISOR.toString(), "test")
            .start();

    assertThat(scene.supervisor().orElseThrow().process().orElseThrow().pid())
        .isEqualTo(started.pid());
    assertThat(scene.supervise().process().orElseThrow().pid()).isEqualTo(started.pid());
  }

  @Test
  void ignoresCtrlCAndHangUp() throws Exception {
    ProcessIdentity supervisor = scene.supervise().process().orElseThrow();
    for (String signal : List.of("-INT", "-HUP")) {
      assertThat(
              new ProcessBuilder("/bin/sh", "-c", "kill " + signal + " " + supervisor.pid())
                  .start()
                  .waitFor())
          .isZero();
    }

    scene.run(scene.shell("exec sleep 300", Duration.ofSeconds(20)));

    assertThat(scene.process().alive()).isTrue();
    assertThat(supervisor.alive()).isTrue();
    assertThat(session(supervisor)).isEqualTo(supervisor.pid());
  }

  @Test
  void stopsItsProcessesWhenItIsTold() {
    ProcessIdentity supervisor = scene.supervise().process().orElseThrow();
    scene.run(scene.shell("exec sleep 300", Duration.ofSeconds(20)));
    ProcessIdentity process = scene.process();

    supervisor.terminate();

    Until.holds("both have ended", () -> !supervisor.alive() && !process.alive());
  }

  @Test
  void stopsItsProcessesAndEndsWhenItsFolderVanishes() throws Exception {
    ProcessIdentity supervisor = scene.supervise().process().orElseThrow();
    scene.run(scene.shell("exec sleep 300", Duration.ofSeconds(20)));
    ProcessIdentity process = scene.process();

    Files.move(folder, temporary.resolve("elsewhere"));

    Until.holds("both have ended", () -> !supervisor.alive() && !process.alive());
    assertThat(folder).doesNotExist();
  }

  @Test
  void makesWayForANewOneWhenItsFolderWasReplaced() throws Exception {
    ProcessIdentity supervisor = scene.supervise().process().orElseThrow();
    Files.move(folder, temporary.resolve("elsewhere"));
    Files.createDirectory(folder);
    assertThat(scene.supervisors.status(scene.supervisor().orElseThrow()))
        .isInstanceOf(Status.InProgress.class);

    ProcessIdentity next = scene.supervise().process().orElseThrow();

    assertThat(next).isNotEqualTo(supervisor);
    assertThat(supervisor.alive()).isFalse();
    assertThat(Processes.marked(scene.call.owner())).hasSize(1);
  }

  @Test
  void isRemovedWithAllItsFiles() {
    ProcessIdentity supervisor = scene.supervise().process().orElseThrow();
    scene.run(scene.shell("exec sleep 300", Duration.ofSeconds(20)));
    ProcessIdentity process = scene.process();

    scene.removeSupervisor();

    assertThat(supervisor.alive()).isFalse();
    assertThat(process.alive()).isFalse();
    assertThat(folder.resolve("supervisor")).doesNotExist();
    assertThat(scene.supervisor()).isEmpty();
  }

  private static long session(ProcessIdentity process) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3]);
  }
}
