package dev.slipway.kubernetes.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Resource;
import dev.slipway.kubernetes.schema.Manifests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManyObjectsTest {
  private static final int NAMESPACES = 100;
  private static final int APPS = 10;

  /** About 5,000 objects, as a stack with many charts has them. */
  static List<Resource<?>> objects() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < NAMESPACES; i++) {
      yaml.append("---\n{apiVersion: v1, kind: Namespace, metadata: {name: n%d}}\n".formatted(i));
      for (int k = 0; k < APPS; k++) {
        yaml.append(
            """
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: a%2$d, namespace: n%1$d}}
            ---
            {apiVersion: v1, kind: ServiceAccount, metadata: {name: a%2$d, namespace: n%1$d}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a%2$d, namespace: n%1$d}
            spec:
              template:
                metadata: {labels: {app: a%2$d}}
                spec:
                  serviceAccountName: a%2$d
                  containers: [{name: a, image: b, envFrom: [{configMapRef: {name: a%2$d}}]}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: a%2$d, namespace: n%1$d}
            spec: {selector: {app: a%2$d}}
            ---
            {apiVersion: t.dev/v1, kind: Thing, metadata: {name: a%2$d, namespace: n%1$d}}
            """
                .formatted(i, k));
      }
      if (i % 5 == 0) {
        yaml.append(
            """
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: {name: w%1$d}
            webhooks:
            - clientConfig: {service: {name: a0, namespace: n%1$d}}
              rules: [{apiGroups: [t.dev], operations: ["*"], resources: ["*"]}]
            """
                .formatted(i));
      }
    }
    return Manifests.resources(yaml.toString());
  }

  @Test
  void aWebhookOfAStackWithThousandsOfObjectsComesLast() {
    Sequence sequence = Sequence.of(objects());
    String webhook = "ValidatingWebhookConfiguration.admissionregistration.k8s.io/w95";
    sequence.has(webhook, "Deployment.apps/n99/a9", "ConfigMap/n0/a0");
    sequence.has("Thing.t.dev/n42/a3", webhook);
    List<Integer> named = new ArrayList<>();
    sequence.resources().forEach(resource -> named.add(resource.after().size()));
    assertThat(named.stream().mapToInt(Integer::intValue).sum())
        .as("names of what comes before, all in all")
        .isLessThan(50_000);
  }
}
