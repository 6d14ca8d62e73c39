package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ProviderException.Retry;
import dev.slipway.kubernetes.cluster.Cluster.Application;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal is told in its own words. The statuses are what a real 1.34 server answered. */
class RejectionsTest {
  private static final Path TOLD = Path.of("src/test/resources/refusals.txt");
  private static final Application OURS = new Application("slipway", false, false);
  private static final ApiObject DEPLOYMENT = object("apps/v1", "Deployment", "d");

  private final ReplayServer server = new ReplayServer();
  private final Fabric8Cluster cluster = server.cluster();

  @AfterEach
  void close() {
    cluster.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "unauthorized, KUBERNETES-UNAUTHORIZED, ENVIRONMENT, NEVER",
    "forbidden, KUBERNETES-FORBIDDEN, ENVIRONMENT, NEVER",
    "forbidden-cluster, KUBERNETES-FORBIDDEN, ENVIRONMENT, NEVER",
    "forbidden-log, KUBERNETES-FORBIDDEN, ENVIRONMENT, NEVER",
    "quota, KUBERNETES-QUOTA, ENVIRONMENT, NEVER",
    "pod-security, KUBERNETES-ADMISSION, ENVIRONMENT, NEVER",
    "namespace-terminating, KUBERNETES-NAMESPACE-TERMINATING, ENVIRONMENT, BACKOFF",
    "webhook-denied, KUBERNETES-DENIED, ENVIRONMENT, NEVER",
    "policy-denied, KUBERNETES-DENIED, ENVIRONMENT, NEVER",
    "webhook-down, KUBERNETES-WEBHOOK-DOWN, ENVIRONMENT, BACKOFF",
    "webhook-refused, KUBERNETES-WEBHOOK-DOWN, ENVIRONMENT, BACKOFF",
    "no-namespace, KUBERNETES-NO-NAMESPACE, ENVIRONMENT, NEVER",
    "no-kind, KUBERNETES-NO-KIND, USER, NEVER",
    "gone, KUBERNETES-GONE, ENVIRONMENT, NEVER",
    "conflict, KUBERNETES-CONFLICT, ENVIRONMENT, NEVER",
    "exists, KUBERNETES-EXISTS, ENVIRONMENT, NEVER",
    "changed-meanwhile, KUBERNETES-CHANGED-MEANWHILE, ENVIRONMENT, BACKOFF",
    "invalid, KUBERNETES-INVALID, USER, NEVER",
    "wrong-type, KUBERNETES-INVALID, USER, NEVER",
    "duplicate-key, KUBERNETES-INVALID, USER, NEVER",
    "unknown-fields, KUBERNETES-UNKNOWN-FIELD, USER, NEVER",
    "unknown-field-json, KUBERNETES-UNKNOWN-FIELD, USER, NEVER",
    "immutable-selector, KUBERNETES-IMMUTABLE, USER, NEVER",
    "immutable-statefulset, KUBERNETES-IMMUTABLE, USER, NEVER",
    "immutable-role, KUBERNETES-IMMUTABLE, USER, NEVER",
    "too-large, KUBERNETES-TOO-LARGE, USER, NEVER",
    "too-long, KUBERNETES-TOO-LARGE, USER, NEVER"
  })
  void aRefusalHasItsOwnCode(String status, String code, Diagnostic.Fault fault, Retry retry) {
    server.replay(status);
    ProviderException refused = refused(() -> cluster.apply(DEPLOYMENT, OURS));
    assertThat(refused.first().code()).isEqualTo(code);
    assertThat(refused.first().fault()).isEqualTo(fault);
    assertThat(refused.retry()).isEqualTo(retry);
  }

  @Test
  void eachIsToldInItsOwnWords() throws IOException {
    StringBuilder told = new StringBuilder();
    try (var files = Files.list(Path.of("src/test/resources/refusals"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".json", "");
        if (!List.of("other-uid", "patch-test", "disruption-budget").contains(name)) {
          server.replay(name);
          ApiObject sent = name.startsWith("secret") ? object("v1", "Secret", "s") : DEPLOYMENT;
          Diagnostic problem = refused(() -> cluster.apply(sent, OURS)).first();
          told.append("## ")
              .append(name)
              .append(
                  "\n%s: %s\n%s\nhelp: %s\n\n"
                      .formatted(
                          problem.code(), problem.summary(), problem.detail(), problem.fix()));
        }
      }
    }
    String visible = told.toString().replace(":" + server.port(), ":6443");
    if (Boolean.getBoolean("golden.accept")) {
      Files.writeString(TOLD, visible);
    }
    assertThat(visible)
        .as("%s; accept by -Dgolden.accept=true", TOLD)
        .isEqualTo(Files.readString(TOLD));
  }

  @Test
  void aConflictNamesEachFieldAndItsManager() {
    server.replay("conflict");
    assertThat(refused(() -> cluster.apply(DEPLOYMENT, OURS)).first().detail())
        .contains("  .metadata.labels.a: \"m\"\n  .spec.replicas: \"m\"\n")
        .contains("  .spec.template.spec.containers[name=\"c\"].image: \"m\"");
  }

  @Test
  void noValueOfASecretIsTold() {
    for (String status : List.of("secret-not-base64", "secret-wrong-type", "secret-key")) {
      server.replay(status);
      ProviderException refused = refused(() -> cluster.apply(object("v1", "Secret", "s"), OURS));
      assertThat(refused.first().code()).isEqualTo("KUBERNETES-INVALID");
      assertThat(refused.getMessage().replace("data[S3CRET!]", "")).doesNotContain("S3CRET");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, THROTTLED",
    "503, THROTTLED",
    "500, BACKOFF",
    "502, BACKOFF",
    "504, BACKOFF",
    "418, NEVER"
  })
  void whatMayPassIsToBeAskedAgain(int code, Retry retry) {
    server.answer(code, "out of order").header("Retry-After", "7");
    ProviderException refused = refused(() -> cluster.get(DEPLOYMENT.key()));
    assertThat(refused.retry()).isEqualTo(retry);
    assertThat(refused.first().detail()).contains("out of order");
    if (retry != Retry.NEVER) {
      assertThat(refused.retryAfter()).contains(Duration.ofSeconds(7));
    }
    assertThat(server.requests().stream().filter(request -> request.contains("/deployments/d")))
        .as("so long a wait is for the engine")
        .hasSize(1);
  }

  @Test
  void whatIsGoneOrAnotherNeedsNoDeletion() {
    for (String status : List.of("gone", "other-uid")) {
      server.replay(status);
      cluster.delete(DEPLOYMENT.key(), Optional.of("abc"), Cluster.Propagation.FOREGROUND);
    }
    server.replay("gone");
    assertThat(cluster.get(DEPLOYMENT.key())).isEmpty();
  }

  @Test
  void aBudgetThatRefusesIsNamed() {
    server.replay("disruption-budget");
    ProviderException refused =
        refused(() -> cluster.evict(new ObjectKey("v1", "Pod", Optional.of("default"), "p")));
    assertThat(refused.first().code()).isEqualTo("KUBERNETES-DISRUPTION-BUDGET");
    assertThat(refused.first().detail()).contains("disruption budget budget needs 1");
    assertThat(refused.retry()).isEqualTo(Retry.BACKOFF);
  }

  @Test
  void aPatchWhoseTestFailsIsTold() {
    server.replay("patch-test");
    assertThat(
            refused(() -> cluster.patch(DEPLOYMENT.key(), List.of(Map.of("op", "test"))))
                .first()
                .code())
        .isEqualTo("KUBERNETES-PATCH");
  }

  private static ProviderException refused(Runnable call) {
    return catchThrowableOfType(ProviderException.class, call::run);
  }

  private static ApiObject object(String apiVersion, String kind, String name) {
    return new ApiObject(
        Map.of(
            "apiVersion",
            apiVersion,
            "kind",
            kind,
            "metadata",
            Map.of("name", name, "namespace", "default")));
  }
}
