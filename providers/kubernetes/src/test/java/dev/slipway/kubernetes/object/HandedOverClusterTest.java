package dev.slipway.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.kubernetes.cluster.Cluster.Application;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KubernetesLab.class)
class HandedOverClusterTest {
  private static final String BUNDLE = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg==";
  private static final String WEBHOOK =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: NAME}
      webhooks:
      - name: check.lab.example
        failurePolicy: Ignore
        timeoutSeconds: 5
        sideEffects: None
        admissionReviewVersions: [v1]
        clientConfig: {service: {namespace: default, name: hook}, caBundle: ""}
        rules:
        - {apiGroups: [lab.example], apiVersions: [v1], operations: [CREATE], resources: [ships]}
      """;

  private ObjectRig rig;
  private ObjectSpec spec;

  @BeforeEach
  void make(LabCluster lab) {
    rig = new ObjectRig(lab);
    spec = spec(5);
    rig.create(spec);
  }

  @AfterEach
  void remove() {
    rig.delete(spec);
    rig.close();
  }

  @Test
  void whatTheControllerOfAWebhookFillsInStays() {
    fillIn("pilot-discovery");

    assertThat(rig.diff(spec)).isEqualTo(Diff.NONE);

    ObjectSpec patient = spec(9);
    assertThat(rig.diff(patient).fields())
        .extracting(FieldChange::path)
        .containsExactly("webhooks[name=check.lab.example].timeoutSeconds");
    rig.update(patient);
    Map<?, ?> webhook = (Map<?, ?>) rig.read(patient).live().items("webhooks").getFirst();
    assertThat(webhook.get("failurePolicy")).isEqualTo("Fail");
    assertThat(((Map<?, ?>) webhook.get("clientConfig")).get("caBundle")).isEqualTo(BUNDLE);
    assertThat(rig.diff(patient)).isEqualTo(Diff.NONE);
  }

  @Test
  void whatSomebodyChangesByHandIsAConflict() {
    fillIn("kubectl-edit");

    assertThatThrownBy(() -> rig.diff(spec))
        .hasMessageContaining("failurePolicy")
        .hasMessageContaining("kubectl-edit");
  }

  @Test
  void rulesOfAnAggregatedRoleAreTheControllers() throws InterruptedException {
    String part = "part-" + rig.namespace;
    ObjectSpec whole =
        new Role("whole-" + rig.namespace)
            .with("[]", "{clusterRoleSelectors: [{matchLabels: {lab: " + part + "}}]}");
    ObjectSpec piece =
        new Role(part).with("[{apiGroups: [''], resources: [pods], verbs: [get]}]", "");
    rig.create(whole);
    rig.create(piece);
    try {
      ObjectRig.await(
          "the rules are there", () -> !rig.read(whole).live().items("rules").isEmpty());

      assertThat(rig.diff(whole)).isEqualTo(Diff.NONE);
    } finally {
      rig.delete(whole);
      rig.delete(piece);
    }
  }

  private record Role(String name) {
    ObjectSpec with(String rules, String aggregation) {
      String rule = aggregation.isEmpty() ? "" : "aggregationRule: " + aggregation + "\n";
      return ObjectSpec.of(
          Trees.of(
                  """
                  apiVersion: rbac.authorization.k8s.io/v1
                  kind: ClusterRole
                  metadata: {name: %s, labels: {lab: %s}}
                  rules: %s
                  """
                          .formatted(name, name, rules)
                      + rule)
              .tree());
    }
  }

  private ObjectSpec spec(int timeout) {
    return ObjectSpec.of(
        Trees.of(
                WEBHOOK
                    .replace("NAME", "hook-" + rig.namespace)
                    .replace("timeoutSeconds: 5", "timeoutSeconds: " + timeout))
            .tree());
  }

  private void fillIn(String manager) {
    rig.cluster.apply(
        Trees.of(
                "{apiVersion: admissionregistration.k8s.io/v1, kind:"
                    + " ValidatingWebhookConfiguration}")
            .with("hook-" + rig.namespace, "metadata", "name")
            .with(
                List.of(
                    Map.of(
                        "name",
                        "check.lab.example",
                        "failurePolicy",
                        "Fail",
                        "clientConfig",
                        Map.of("caBundle", BUNDLE))),
                "webhooks"),
        new Application(manager, true, false));
  }
}
