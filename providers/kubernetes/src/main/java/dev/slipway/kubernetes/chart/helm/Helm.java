package dev.slipway.kubernetes.chart.helm;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Runs the pinned {@code helm} in a home of its own: no repositories, plugins or clusters of the
 * user's. What a run is given to read, it reads from files that only this user can read and that
 * are gone when it ends. May be used from many threads.
 */
public final class Helm {
  private static final Executor THREADS = Thread::startVirtualThread;

  private final Supplier<Path> binary;

  public Helm(Path binary) {
    this(() -> binary);
  }

  /**
   * @param binary asked when it is needed
   */
  public Helm(Supplier<Path> binary) {
    this.binary = Objects.requireNonNull(binary, "binary");
  }

  /**
   * What a run said.
   *
   * @param out standard output
   * @param errors standard error
   */
  public record Answer(boolean succeeded, String out, String errors) {}

  /**
   * Runs until it ends or is cancelled.
   *
   * @param kubeconfig contents of the kubeconfig; empty if there is no cluster to talk to
   * @param cancelled asked often; the run is killed when it says yes
   */
  public Answer run(
      List<String> arguments,
      Optional<String> kubeconfig,
      Workspace workspace,
      BooleanSupplier cancelled) {
    Path program = binary.get();
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(workspace.folder().toFile());
    environment(builder.environment(), kubeconfig, workspace);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      CompletableFuture<String> out = reading(process.getInputStream());
      CompletableFuture<String> errors = reading(process.getErrorStream());
      await(process, cancelled);
      return new Answer(process.exitValue() == 0, out.join(), errors.join());
    } catch (IOException e) {
      throw HelmProblems.notStarted(program, e).asException(e);
    }
  }

  private static void environment(
      Map<String, String> environment, Optional<String> kubeconfig, Workspace workspace) {
    environment.keySet().removeIf(name -> name.startsWith("HELM_") || name.startsWith("KUBE"));
    Path home = workspace.folder().resolve("home");
    environment.put("HELM_CACHE_HOME", home.resolve("cache").toString());
    environment.put("HELM_CONFIG_HOME", home.resolve("config").toString());
    environment.put("HELM_DATA_HOME", home.resolve("data").toString());
    environment.put("HELM_PLUGINS", home.resolve("plugins").toString());
    environment.put(
        "KUBECONFIG",
        kubeconfig
            .map(contents -> workspace.write("kubeconfig", contents))
            .orElseGet(() -> home.resolve("no-kubeconfig"))
            .toString());
  }

  private static void await(Process process, BooleanSupplier cancelled) {
    try {
      while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
        if (cancelled.getAsBoolean()) {
          throw cancelled();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled();
    } finally {
      kill(process);
    }
  }

  /** Leaves a process that has ended alone: killing it closes output that isn't read yet. */
  private static void kill(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static ProviderException cancelled() {
    return ProviderException.cancelled(
        Diagnostic.environment(
            "HELM-CANCELLED",
            "Helm was stopped",
            "Helm was rendering a chart when the run was cancelled.",
            "Run the command again to go on."));
  }

  private static CompletableFuture<String> reading(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        THREADS);
  }
}
