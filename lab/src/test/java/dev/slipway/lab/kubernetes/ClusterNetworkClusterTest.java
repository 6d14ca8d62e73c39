package dev.slipway.lab.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.kubernetes.wire.HttpHead;
import dev.slipway.lab.kubernetes.wire.LoopbackServer;
import dev.slipway.lab.process.Ran;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API server calls what is behind a service of the cluster, or finds that nothing is. */
@ExtendWith(KubernetesLab.class)
class ClusterNetworkClusterTest {
  @Test
  void aWebhookIsCalledBehindItsServiceAndMissedWithoutIt(LabCluster cluster) throws Exception {
    String namespace = cluster.freshNamespace();
    AtomicReference<String> asked = new AtomicReference<>("");
    Credential own = cluster.serverCredential("hook." + namespace + ".svc");
    try (LoopbackServer hook =
        new LoopbackServer(
            own.tls().getServerSocketFactory(),
            c -> {
              asked.set(HttpHead.read(c.getInputStream()).map(HttpHead::first).orElse(""));
              byte[] no = "no".getBytes(StandardCharsets.UTF_8);
              c.getOutputStream()
                  .write(
                      new HttpHead("HTTP/1.1 418 no", List.of("Content-Length: " + no.length))
                          .bytes());
              c.getOutputStream().write(no);
            })) {
      Manifests.apply(cluster, namespace, webhook(namespace, own));
      try {
        Manifests.await(
            cluster,
            "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/" + namespace,
            _ -> createConfigMap(cluster, namespace).exit() != 0);
        assertThat(createConfigMap(cluster, namespace).err())
            .contains("failed calling webhook", "connection refused");
        cluster.serve(namespace, "hook", hook.port());
        assertThat(createConfigMap(cluster, namespace).err()).contains("failed calling webhook");
        assertThat(asked.get()).startsWith("POST /check?timeout=");
      } finally {
        cluster
            .api()
            .delete(
                "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/"
                    + namespace);
      }
    }
  }

  private static Ran createConfigMap(LabCluster cluster, String namespace) {
    return cluster.run(
        cluster.kubectl(), "-n", namespace, "create", "configmap", "a", "--dry-run=server");
  }

  private static String webhook(String namespace, Credential own) {
    String authority =
        Base64.getEncoder().encodeToString(own.authorityPem().getBytes(StandardCharsets.UTF_8));
    return """
    apiVersion: v1
    kind: Service
    metadata: {name: hook}
    spec: {ports: [{port: 443}]}
    ---
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingWebhookConfiguration
    metadata: {name: %s}
    webhooks:
    - name: hook.lab.slipway.dev
      admissionReviewVersions: [v1]
      sideEffects: None
      failurePolicy: Fail
      namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}
      rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [configmaps]}]
      clientConfig:
        caBundle: %s
        service: {name: hook, namespace: %s, path: /check}
    """
        .formatted(namespace, namespace, authority, namespace);
  }
}
