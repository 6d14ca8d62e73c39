package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.cluster.Cluster.Application;
import dev.slipway.kubernetes.cluster.Cluster.Propagation;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.lab.process.Await;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a real API server refuses. */
class RefusalsClusterTest extends OnLab {
  @Test
  void aConflictNamesItsManagerAndForceTakesTheField() {
    cluster.apply(map("a"), new Application("another-tool", false, false));
    ApiObject ours = map("a").with("ours", "data", "k");
    Diagnostic conflict = problem(() -> cluster.apply(ours, OURS));
    assertThat(conflict.code()).isEqualTo("KUBERNETES-CONFLICT");
    assertThat(conflict.detail()).contains(".data.k: \"another-tool\"");
    assertThat(cluster.apply(ours, new Application("slipway", true, false)).text("data", "k"))
        .contains("ours");
  }

  @Test
  void anUnknownFieldIsNamed() {
    for (Runnable call :
        List.<Runnable>of(
            () -> cluster.apply(map("a").with("x", "dtaa"), OURS),
            () -> cluster.create(map("a").with("x", "dtaa"), "slipway"))) {
      Diagnostic unknown = problem(call);
      assertThat(unknown.code()).isEqualTo("KUBERNETES-UNKNOWN-FIELD");
      assertThat(unknown.detail()).contains("  dtaa");
    }
  }

  @Test
  void whoMayNotIsToldWhatIsMissing() {
    try (Fabric8Cluster jane = Fabric8Cluster.of(lab.kubeconfigOf("jane"))) {
      Diagnostic refused = problem(() -> jane.apply(map("a"), OURS));
      assertThat(refused.code()).isEqualTo("KUBERNETES-FORBIDDEN");
      assertThat(refused.detail()).contains("'jane'").contains("patch configmaps");
      assertThat(refused.fix()).contains("auth can-i patch configmaps --namespace " + namespace);
    }
  }

  @Test
  void expiredCredentialsAreTold() {
    try (Fabric8Cluster expired = Fabric8Cluster.of(lab.expiredKubeconfig())) {
      assertThat(problem(expired::kinds).code()).isEqualTo("KUBERNETES-UNAUTHORIZED");
    }
  }

  @Test
  void aWebhookThatIsDownIsNamedWithItsConfiguration() {
    String name = "rule-" + namespace;
    ApiObject webhook = webhook(name);
    ApiObject configured = cluster.apply(webhook, OURS);
    try {
      Await.until(
          LIMIT,
          "the webhook to be asked",
          () -> {
            try {
              cluster.apply(map("a"), new Application("slipway", true, true));
              return false;
            } catch (ProviderException refused) {
              assertThat(refused.first().code()).isEqualTo("KUBERNETES-WEBHOOK-DOWN");
              assertThat(refused.first().detail())
                  .contains("validatingwebhookconfiguration/" + name)
                  .contains("service 'nobody' in the namespace '" + namespace + "'");
              return true;
            }
          },
          () -> "");
    } finally {
      cluster.delete(configured.key(), Optional.empty(), Propagation.BACKGROUND);
    }
  }

  private ApiObject webhook(String name) {
    return new ApiObject(
        Map.of(
            "apiVersion",
            "admissionregistration.k8s.io/v1",
            "kind",
            "ValidatingWebhookConfiguration",
            "metadata",
            Map.of("name", name),
            "webhooks",
            List.of(
                Map.of(
                    "name", name + ".example.com",
                    "clientConfig",
                        Map.of("service", Map.of("name", "nobody", "namespace", namespace)),
                    "namespaceSelector",
                        Map.of("matchLabels", Map.of("kubernetes.io/metadata.name", namespace)),
                    "rules",
                        List.of(
                            Map.of(
                                "apiGroups", List.of(""),
                                "apiVersions", List.of("v1"),
                                "operations", List.of("CREATE"),
                                "resources", List.of("configmaps"))),
                    "admissionReviewVersions", List.of("v1"),
                    "sideEffects", "None",
                    "timeoutSeconds", 2))));
  }
}
