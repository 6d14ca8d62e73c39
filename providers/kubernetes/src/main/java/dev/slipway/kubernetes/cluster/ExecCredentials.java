package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.kubeconfig.Exec;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import dev.slipway.kubernetes.object.ApiObject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Credentials that a program of the user's gives; asked again when they expire. */
final class ExecCredentials {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final KubeContext context;
  private final Exec exec;
  private Optional<ApiObject> given = Optional.empty();

  ExecCredentials(KubeContext context, Exec exec) {
    this.context = context;
    this.exec = exec;
  }

  Optional<String> token() {
    return status("token");
  }

  /** Certificate and key in PEM, if the program gives those. */
  Optional<String> certificate() {
    return status("clientCertificateData");
  }

  Optional<String> key() {
    return status("clientKeyData");
  }

  /** Asks the program again, since what it gave was refused. */
  synchronized void renew() {
    given = Optional.of(run());
  }

  private synchronized Optional<String> status(String what) {
    if (given.isEmpty() || expired(given.get())) {
      given = Optional.of(run());
    }
    return given.get().text("status", what);
  }

  private static boolean expired(ApiObject credential) {
    try {
      return credential
          .text("status", "expirationTimestamp")
          .map(Instant::parse)
          .map(end -> end.minus(MARGIN).isBefore(Instant.now()))
          .orElse(false);
    } catch (DateTimeException _) {
      return false;
    }
  }

  private ApiObject run() {
    Path output = null;
    Path errors = null;
    try {
      // Files instead of pipes: a program that writes much to both can't get stuck.
      output = Files.createTempFile("slipway-credential", ".json");
      errors = Files.createTempFile("slipway-credential", ".log");
      Process process = builder(output, errors).start();
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw CredentialProblems.execSlow(context, exec, LONGEST);
      }
      if (process.exitValue() != 0) {
        throw CredentialProblems.execFailed(
            context,
            exec,
            process.exitValue(),
            new String(Files.readAllBytes(errors), StandardCharsets.UTF_8));
      }
      return Json.object(Files.readAllBytes(output))
          .filter(credential -> credential.at("status").isPresent())
          .orElseThrow(() -> CredentialProblems.execUnclear(context, exec));
    } catch (IOException _) {
      throw CredentialProblems.execMissing(context, exec);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw ConnectionProblems.interrupted(context);
    } finally {
      remove(output);
      remove(errors);
    }
  }

  private ProcessBuilder builder(Path output, Path errors) {
    java.util.List<String> command = new java.util.ArrayList<>();
    command.add(exec.command());
    command.addAll(exec.arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(exec.environment());
    Map<String, Object> spec = new TreeMap<>();
    spec.put("interactive", false);
    exec.cluster().ifPresent(cluster -> spec.put("cluster", cluster));
    builder
        .environment()
        .put(
            "KUBERNETES_EXEC_INFO",
            Json.text(
                Map.of("apiVersion", exec.apiVersion(), "kind", "ExecCredential", "spec", spec)));
    return builder
        .redirectInput(new File("/dev/null"))
        .redirectOutput(output.toFile())
        .redirectError(errors.toFile());
  }

  private static void remove(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      file.toFile().deleteOnExit();
    }
  }
}
