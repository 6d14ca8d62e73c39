package dev.slipway.kubernetes.order;

import org.junit.jupiter.api.Test;

class CallbacksTest {
  private static String workload(String name, String namespace, String labels) {
    return """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %s, namespace: %s}
    spec:
      template:
        metadata: {labels: {%s}}
        spec: {containers: [{name: a, image: b}]}
    """
        .formatted(name, namespace, labels);
  }

  @Test
  void podsThatAskForAWebhookComeAfterItAndOthersBefore() {
    String mesh = "MutatingWebhookConfiguration.admissionregistration.k8s.io/mesh";
    Sequence.of(
            """
            apiVersion: admissionregistration.k8s.io/v1
            kind: MutatingWebhookConfiguration
            metadata: {name: mesh}
            webhooks:
            - name: by-object
              clientConfig: {service: {name: mesh, namespace: mesh}}
              rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
              objectSelector: {matchExpressions: [{key: inject, operator: In, values: ["true"]}]}
              namespaceSelector: {matchExpressions: [{key: mesh, operator: DoesNotExist}]}
            - name: by-namespace
              clientConfig: {service: {name: mesh, namespace: mesh}}
              rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
              objectSelector: {matchExpressions: [{key: inject, operator: NotIn, values: ["false"]}]}
              namespaceSelector: {matchLabels: {mesh: "yes"}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: mesh, namespace: mesh}, spec: {selector: {app: mesh}}}
            ---
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {mesh: "yes"}}}
            """
                + workload("mesh", "mesh", "app: mesh")
                + workload("gateway", "mesh", "app: gateway, inject: 'true'")
                + workload("web", "shop", "app: web")
                + workload("plain", "shop", "inject: 'false'")
                + workload("other", "elsewhere", "app: other"))
        .has(mesh, "Deployment.apps/mesh/mesh", "Service/mesh/mesh")
        .has("Deployment.apps/mesh/gateway", mesh)
        .has("Deployment.apps/shop/web", mesh)
        .has(mesh, "Deployment.apps/shop/plain", "Deployment.apps/elsewhere/other");
  }

  @Test
  void anApiComesAfterWhatServesItAndBeforeItsObjects() {
    String api = "APIService.apiregistration.k8s.io/v1.books.dev";
    Sequence.of(
            """
            apiVersion: apiregistration.k8s.io/v1
            kind: APIService
            metadata: {name: v1.books.dev}
            spec: {group: books.dev, version: v1, service: {name: books, namespace: lib}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: books, namespace: lib}, spec: {selector: {app: books}}}
            ---
            {apiVersion: books.dev/v1, kind: Book, metadata: {name: emma, namespace: lib}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: plain, namespace: lib}}
            """
                + workload("books", "lib", "app: books, tier: a"))
        .has(api, "Service/lib/books", "Deployment.apps/lib/books", "ConfigMap/lib/plain")
        .has("Book.books.dev/lib/emma", api);
  }

  @Test
  void convertedObjectsComeAfterWhatConvertsThem() {
    Sequence.of(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: books.books.dev}
            spec:
              group: books.dev
              names: {kind: Book, plural: books}
              conversion: {strategy: Webhook, webhook: {clientConfig: {service: {name: books, namespace: lib}}}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: books, namespace: lib}, spec: {selector: {app: books}}}
            ---
            {apiVersion: books.dev/v1, kind: Book, metadata: {name: emma, namespace: lib}}
            """
                + workload("books", "lib", "app: books"))
        .has("Book.books.dev/lib/emma", "Deployment.apps/lib/books", "Service/lib/books");
  }

  @Test
  void aPodThatWaitsForAGeneratedSecretDoesNotHoldUpTheWebhookThatItsMakerNeeds() {
    String webhook = "ValidatingWebhookConfiguration.admissionregistration.k8s.io/certs";
    Sequence.of(
            """
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: {name: certs}
            webhooks:
            - name: certs
              clientConfig: {service: {name: certs, namespace: certs}}
              rules: [{apiGroups: [certs.dev], apiVersions: ["*"], operations: [CREATE], resources: [certificates]}]
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: certificates.certs.dev}
            spec: {group: certs.dev, names: {kind: Certificate, plural: certificates}, versions: [{name: v1, served: true}]}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: certs, namespace: certs}, spec: {selector: {app: certs}}}
            ---
            apiVersion: certs.dev/v1
            kind: Certificate
            metadata: {name: web, namespace: shop}
            spec: {secretName: web-tls}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers: [{name: a, image: b}]
                  volumes: [{name: tls, secret: {secretName: web-tls}}]
            """
                + workload("certs", "certs", "app: certs"))
        .has("Certificate.certs.dev/shop/web", webhook)
        .has("Deployment.apps/shop/web", "Certificate.certs.dev/shop/web")
        .has(webhook, "Deployment.apps/certs/certs")
        .hasNot(webhook, "Deployment.apps/shop/web");
  }

  @Test
  void theStrongerReasonStaysWhereTwoContradict() {
    // The operator mounts a secret that an object of its own kind makes.
    Sequence.of(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: certificates.certs.dev}
            spec: {group: certs.dev, names: {kind: Certificate, plural: certificates}, versions: [{name: v1, served: true}]}
            ---
            {apiVersion: certs.dev/v1, kind: Certificate, metadata: {name: own, namespace: certs}, spec: {secretName: own}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: certs, namespace: certs}
            spec:
              template:
                spec:
                  serviceAccountName: certs
                  containers: [{name: a, image: b}]
                  volumes: [{name: tls, secret: {secretName: own}}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: certs}
            roleRef: {kind: ClusterRole, name: certs}
            subjects: [{kind: ServiceAccount, name: certs, namespace: certs}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: certs}
            rules: [{apiGroups: [certs.dev], resources: ["*"], verbs: ["*"]}]
            """)
        .has("Deployment.apps/certs/certs", "Certificate.certs.dev/certs/own")
        .hasNot("Certificate.certs.dev/certs/own", "Deployment.apps/certs/certs");
  }
}
