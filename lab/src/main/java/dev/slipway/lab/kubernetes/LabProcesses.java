package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.Folders;
import dev.slipway.lab.process.LabException;
import dev.slipway.lab.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** All that runs for one cluster, in one folder; it ends with this JVM at the latest. */
final class LabProcesses implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final Path folder;
  private final ControlPlane plane;
  private final int kwokPort = Ports.free();
  private final Kubelet kubelet;
  private final Thread closing = new Thread(this::stop, "lab-close");
  private Kwok kwok;

  private LabProcesses(Path folder, ControlPlane plane) {
    this.folder = folder;
    this.plane = plane;
    this.kubelet = new Kubelet(plane, kwokPort);
    Runtime.getRuntime().addShutdownHook(closing);
  }

  /**
   * Starts a cluster in an empty folder, and returns when its nodes are ready.
   *
   * @throws LabException with the log of what didn't start; then nothing runs, and the folder is
   *     gone
   */
  static LabProcesses start(Binaries binaries, Path folder, ClusterSetup setup) {
    LabProcesses processes = new LabProcesses(folder, ControlPlane.start(binaries, folder, setup));
    try {
      processes.writeKubeconfig();
      Fittings fittings = new Fittings(processes.plane.api());
      fittings.install(setup);
      processes.kwok =
          Kwok.start(
              binaries,
              processes.plane,
              folder,
              setup.provisioner(),
              processes.kwokPort,
              processes.kubelet.port());
      fittings.await(setup.nodes(), START, processes.kwok.component());
      return processes;
    } catch (RuntimeException e) {
      processes.close();
      throw e;
    }
  }

  ControlPlane plane() {
    return plane;
  }

  Path folder() {
    return folder;
  }

  /** An administrator's. */
  Path kubeconfigFile() {
    return folder.resolve("kubeconfig");
  }

  private void writeKubeconfig() {
    try {
      Files.writeString(kubeconfigFile(), Kubeconfig.of(plane.server(), plane.admin()));
      Files.setPosixFilePermissions(kubeconfigFile(), PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new LabException(kubeconfigFile() + " can't be written", e);
    }
  }

  private void stop() {
    if (kwok != null) {
      kwok.close();
    }
    kubelet.close();
    plane.close();
    Folders.forget(folder);
  }

  /** Stops every process and removes the folder. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(closing);
    stop();
  }
}
