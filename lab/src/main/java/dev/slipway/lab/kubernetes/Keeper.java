package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.Await;
import dev.slipway.lab.process.Folders;
import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The process in the background that keeps a cluster running, and the files that tell of it. */
final class Keeper {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration STOP = Duration.ofSeconds(60);

  private final Path folder;

  Keeper(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** Where the cluster's kubeconfig is while it runs. */
  Path kubeconfig() {
    return folder.resolve("kubeconfig");
  }

  /** The process, if it lives: the same one, not another that got its id since. */
  Optional<ProcessHandle> process() throws IOException {
    Path file = folder.resolve("keeper");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String[] written = Files.readString(file).strip().split(" ", 2);
    return ProcessHandle.of(Long.parseLong(written[0]))
        .filter(ProcessHandle::isAlive)
        .filter(process -> born(process).equals(written[1]));
  }

  /** Starts the process, and returns when its cluster answers. */
  void start(int nodes) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(kubeconfig());
    Path log = folder.resolve("keeper.log");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ClusterMain.class.getName(),
                "keep",
                "--folder",
                folder.toString(),
                "--nodes",
                Integer.toString(nodes))
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Await.until(
        START,
        "the cluster to answer",
        () -> {
          if (!process.isAlive()) {
            throw new LabException("the cluster didn't start:\n" + text(log));
          }
          return Files.exists(kubeconfig());
        },
        () -> text(log));
  }

  /** Is the process: starts a cluster, and ends with it when it is told to. */
  int keep(int nodes) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    Files.writeString(folder.resolve("keeper"), self.pid() + " " + born(self) + "\n");
    Path own = folder.resolve("cluster");
    Folders.delete(own);
    LabCluster cluster = LabCluster.start(Files.createDirectories(own), ClusterSetup.ofLab(nodes));
    Path unfinished = folder.resolve("kubeconfig.unfinished");
    Files.copy(cluster.kubeconfigFile(), unfinished);
    Files.move(unfinished, kubeconfig());
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    cluster.close();
    return 0;
  }

  /** Ends the process, and with it the cluster. */
  void stop() throws IOException {
    process().ifPresent(ProcessHandle::destroy);
    Await.until(
        STOP,
        "the cluster to end",
        () -> {
          try {
            return process().isEmpty();
          } catch (IOException e) {
            throw new LabException("the keeper's file can't be read", e);
          }
        },
        () -> text(folder.resolve("keeper.log")));
    Files.deleteIfExists(kubeconfig());
    Files.deleteIfExists(folder.resolve("keeper"));
  }

  private static String born(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return file + " can't be read: " + e;
    }
  }
}
