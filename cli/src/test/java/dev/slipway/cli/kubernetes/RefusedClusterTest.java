package dev.slipway.cli.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.Until;
import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.kubernetes.LabCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A cluster that doesn't do what is asked: the command says why and ends, what it has done stays
 * known, and once the cause is gone the same command goes on.
 */
@ExtendWith(KubernetesLab.class)
@ResourceLock(KubernetesLab.WHOLE_CLUSTER)
class RefusedClusterTest {
  private static final String OBJECTS =
      """
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: keeper}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: light}, data: {colour: red}}
      """;

  @TempDir private Path folder;
  private LabCluster cluster;
  private String namespace;

  @BeforeEach
  void prepare(LabCluster lab) {
    cluster = lab;
    namespace = lab.freshNamespace();
  }

  private ClusterStack stack(String kubeconfig) {
    return ClusterStack.in(folder, "refused", cluster, kubeconfig).ofObjects(namespace, OBJECTS);
  }

  @Test
  void expiredCredentialsAreToldByEveryCommandAndNothingIsForgotten() {
    stack(cluster.kubeconfig()).succeed("up");
    for (String command : new String[] {"plan", "up", "drift", "status", "down"}) {
      Ended refused =
          stack(cluster.expiredKubeconfig()).fail(command, 3, "KUBERNETES-UNAUTHORIZED");
      assertThat(refused.details()).contains(cluster.server().getAuthority());
    }
    ClusterStack stack = stack(cluster.kubeconfig());
    assertThat(stack.planned()).isEmpty();
    stack.succeed("down");
    assertThat(cluster.api().find(path("configmaps/light"))).isEmpty();
  }

  @Test
  void whoMayNotIsToldWhichVerbOnWhatAndGoesOnOnceAllowed() {
    allowOnConfigMaps("get", "list");
    ClusterStack ann = stack(cluster.kubeconfigOf("ann"));
    Ended refused = ann.fail("up", 3, "KUBERNETES-FORBIDDEN");
    assertThat(refused.details()).contains("'ann'").contains("patch configmaps");
    assertThat(refused.problems().getFirst().get("fix").asString())
        .contains("auth can-i patch configmaps --namespace " + namespace);
    assertThat(cluster.api().find(path("serviceaccounts/keeper")))
        .as("what is allowed")
        .isPresent();

    allowOnConfigMaps("*");
    ann.succeed("up");
    assertThat(ann.planned()).isEmpty();
    Ended unproven = ann.fail("down", 3, "KUBERNETES-FORBIDDEN");
    assertThat(unproven.details()).as("whether nothing is left").contains("may not list");
    assertThat(cluster.api().find(path("configmaps/light"))).isEmpty();
    stack(cluster.kubeconfig()).succeed("down");
  }

  private void allowOnConfigMaps(String... verbs) {
    String roles = "/apis/rbac.authorization.k8s.io/v1/namespaces/" + namespace;
    cluster
        .api()
        .apply(
            roles + "/roles/ann",
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: ann}
            rules:
              - {apiGroups: [''], resources: [serviceaccounts], verbs: ['*']}
              - {apiGroups: [''], resources: [configmaps], verbs: ['%s']}
            """
                .formatted(String.join("', '", verbs)));
    cluster
        .api()
        .apply(
            roles + "/rolebindings/ann",
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: ann}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: ann}
            subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: ann}]
            """);
  }

  @Test
  void aWebhookWhoseServiceIsDownIsNamedAndTheNextUpGoesOn() {
    String hooks = "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations";
    cluster
        .api()
        .create(
            hooks,
            """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: {name: down-%1$s}
            webhooks:
              - name: down.lab.slipway.dev
                clientConfig: {service: {name: nobody, namespace: %1$s}}
                namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %1$s}}
                rules:
                  - apiGroups: ['']
                    apiVersions: [v1]
                    operations: [CREATE]
                    resources: [configmaps]
                admissionReviewVersions: [v1]
                sideEffects: None
                timeoutSeconds: 2
            """
                .formatted(namespace));
    try {
      Until.isTrue(this::isHookAsked, () -> "the webhook to be asked");
      ClusterStack stack = stack(cluster.kubeconfig());
      Ended refused = stack.fail("up", 3, "KUBERNETES-WEBHOOK-DOWN");
      assertThat(refused.details())
          .contains("light")
          .contains("validatingwebhookconfiguration/down-" + namespace)
          .contains("service 'nobody' in the namespace '" + namespace + "'");
      assertThat(cluster.api().find(path("serviceaccounts/keeper"))).isPresent();
    } finally {
      cluster.api().delete(hooks + "/down-" + namespace);
    }
    Until.isTrue(() -> !isHookAsked(), () -> "the webhook to be forgotten");
    ClusterStack stack = stack(cluster.kubeconfig());
    stack.succeed("up");
    assertThat(stack.planned()).isEmpty();
    stack.succeed("down");
  }

  private boolean isHookAsked() {
    return cluster
            .run(
                cluster.kubectl(),
                "create",
                "configmap",
                "asked",
                "--namespace",
                namespace,
                "--dry-run=server")
            .exit()
        != 0;
  }

  @Test
  void aNamespaceThatHangsInItsRemovalIsExplainedAndTheNextUpGoesOn() {
    cluster
        .api()
        .create(
            path("configmaps"),
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: anchor, finalizers: [lab.slipway.dev/anchored]}
            """);
    cluster.api().delete("/api/v1/namespaces/" + namespace);
    ClusterStack stack = stack(cluster.kubeconfig());
    Ended refused = stack.fail("up", 3, "KUBERNETES-NAMESPACE-TERMINATING");
    assertThat(refused.details()).contains(namespace);

    cluster.api().merge(path("configmaps/anchor"), "{\"metadata\": {\"finalizers\": []}}");
    Until.isTrue(
        () -> cluster.api().find("/api/v1/namespaces/" + namespace).isEmpty(),
        () -> namespace + " to be gone");
    cluster
        .api()
        .create(
            "/api/v1/namespaces",
            "{apiVersion: v1, kind: Namespace, metadata: {name: " + namespace + "}}");
    stack.succeed("up");
    assertThat(stack.planned()).isEmpty();
    stack.succeed("down");
  }

  private String path(String rest) {
    return "/api/v1/namespaces/" + namespace + "/" + rest;
  }
}
