package dev.slipway.kubernetes.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.hook.HookSpec;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.kubernetes.schema.BundledSchemas;
import dev.slipway.kubernetes.schema.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DerivedOrderTest {
  private static final String WEB = "Deployment.apps/shop/web";

  private final Sequence app = Sequence.of(Manifests.file(getClass(), "app.yaml"));

  @Test
  void everythingComesAfterItsNamespace() {
    app.has("ServiceAccount/shop/web", "Namespace/shop")
        .has("Ingress.networking.k8s.io/shop/web", "Namespace/shop")
        .hasNot("StorageClass.storage.k8s.io/fast", "Namespace/shop")
        .hasNot("ConfigMap/elsewhere/files", "Namespace/shop");
  }

  @Test
  void workloadsComeAfterWhatTheyNeedToStart() {
    app.has(
            WEB,
            "ServiceAccount/shop/web",
            "PriorityClass.scheduling.k8s.io/high",
            "RuntimeClass.node.k8s.io/sandbox",
            "Secret/shop/registry",
            "ConfigMap/shop/init",
            "Secret/shop/env",
            "Secret/shop/key",
            "ConfigMap/shop/key",
            "ConfigMap/shop/files",
            "Secret/shop/files",
            "Secret/shop/projected",
            "ConfigMap/shop/projected",
            "PersistentVolumeClaim/shop/data")
        .has("CronJob.batch/shop/nightly", "ConfigMap/shop/key", "StatefulSet.apps/shop/db")
        .has("StatefulSet.apps/shop/db", "Service/shop/db", "ServiceAccount/shop/default");
  }

  @Test
  void aNameWithinATextIsNoReference() {
    app.hasNot(WEB, "Service/shop/unrelated", "ConfigMap/elsewhere/files");
  }

  @Test
  void claimsComeAfterTheirStorageClassOrTheDefaultOne() {
    app.has("PersistentVolumeClaim/shop/data", "StorageClass.storage.k8s.io/fast")
        .hasNot("PersistentVolumeClaim/shop/data", "StorageClass.storage.k8s.io/usual")
        .has("PersistentVolumeClaim/shop/other", "StorageClass.storage.k8s.io/usual")
        .has(
            "StatefulSet.apps/shop/db",
            "StorageClass.storage.k8s.io/fast",
            "StorageClass.storage.k8s.io/usual");
  }

  @Test
  void accessIsGivenBeforeItIsUsed() {
    String binding = "RoleBinding.rbac.authorization.k8s.io/shop/web";
    app.has(binding, "Role.rbac.authorization.k8s.io/shop/web", "ServiceAccount/shop/web")
        .has(WEB, binding)
        .has("CronJob.batch/shop/nightly", binding)
        .hasNot("StatefulSet.apps/shop/db", binding)
        .has("Secret/shop/token", "ServiceAccount/shop/web");
  }

  @Test
  void whatStandsBeforeOrWatchesOverComesAfterwards() {
    app.has(
            "Ingress.networking.k8s.io/shop/web",
            "Service/shop/web",
            "Secret/shop/web-tls",
            "IngressClass.networking.k8s.io/nginx")
        .has("HorizontalPodAutoscaler.autoscaling/shop/web", WEB)
        .has("PodDisruptionBudget.policy/shop/web", WEB)
        .hasNot("PodDisruptionBudget.policy/shop/web", "StatefulSet.apps/shop/db");
  }

  @Test
  void rulesOfANamespaceComeBeforeWhatTheyHoldFor() {
    app.has(WEB, "ResourceQuota/shop/all", "LimitRange/shop/all")
        .has(WEB, "NetworkPolicy.networking.k8s.io/shop/web")
        .hasNot("StatefulSet.apps/shop/db", "NetworkPolicy.networking.k8s.io/shop/web")
        .has("PersistentVolumeClaim/shop/data", "ResourceQuota/shop/all");
  }

  @Test
  void gatewayRoutesComeAfterTheirGatewayAndBackends() {
    Sequence.of(
            """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web, namespace: shop}
            spec:
              parentRefs: [{name: front, namespace: edge}]
              rules: [{backendRefs: [{name: web, port: 80}]}]
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: front, namespace: edge}
            spec:
              gatewayClassName: usual
              listeners: [{name: tls, tls: {certificateRefs: [{name: tls}]}}]
            ---
            {apiVersion: gateway.networking.k8s.io/v1, kind: GatewayClass, metadata: {name: usual}}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: tls, namespace: edge}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}}
            """)
        .has(
            "HTTPRoute.gateway.networking.k8s.io/shop/web",
            "Gateway.gateway.networking.k8s.io/edge/front",
            "Service/shop/web")
        .has(
            "Gateway.gateway.networking.k8s.io/edge/front",
            "GatewayClass.gateway.networking.k8s.io/usual",
            "Secret/edge/tls");
  }

  @Test
  void hooksTakePartAndWhatWasGivenStays() {
    List<Resource<?>> objects =
        Manifests.resources(
            """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: migrate, namespace: shop}
            spec: {template: {spec: {containers: [{name: a, image: b, envFrom: [{secretRef: {name: db}}]}]}}}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: db, namespace: shop}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: late, namespace: shop}}
            """);
    ResourceId hook = new ResourceId(HookSpec.TYPE, "shop/r/migrate");
    ResourceId secret = objects.get(1).id();
    ResourceId late = objects.get(2).id();
    List<Resource<?>> wanted = new ArrayList<>();
    wanted.add(
        Resource.of(
                hook,
                new HookSpec(
                    (ObjectSpec) objects.get(0).spec(),
                    List.of("post-install"),
                    List.of(),
                    "shop/r",
                    ""))
            .after(late));
    wanted.add(objects.get(1));
    wanted.add(objects.get(2));
    Sequence sequence = Sequence.of(wanted);
    assertThat(sequence.resources().getFirst().after()).containsExactly(late, secret);
    assertThat(sequence.resources().subList(1, 3)).isEqualTo(wanted.subList(1, 3));
  }

  @Test
  void whatWasGivenOutweighsWhatIsDerived() {
    List<Resource<?>> wanted =
        new ArrayList<>(
            Manifests.resources(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: a, namespace: b}
                spec: {containers: [{name: a, image: b, envFrom: [{secretRef: {name: s}}]}]}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: s, namespace: b}}
                """));
    wanted.set(1, wanted.get(1).after(wanted.getFirst().id()));
    assertThat(Sequence.of(wanted).resources()).isEqualTo(wanted);
  }

  @Test
  void aReferenceWithinTheSpecCountsAsGiven() {
    ResourceId pod = Sequence.id("Pod/b/a");
    List<Resource<?>> wanted = new ArrayList<>();
    ObjectSpec secret =
        ObjectSpec.of(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of("name", "c", "namespace", "b"),
                "data",
                Map.of("ip", Value.ref(pod, "ip"))));
    wanted.add(Resource.of(secret.key().id(), secret));
    wanted.addAll(
        Manifests.resources(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, namespace: b}
            spec: {containers: [{name: a, image: b, envFrom: [{configMapRef: {name: c}}]}]}
            """));
    assertThat(Sequence.of(wanted).resources()).isEqualTo(wanted);
  }

  @Test
  void aCircleThatWasGivenIsLeftToTheGraph() {
    List<Resource<?>> wanted =
        new ArrayList<>(
            Manifests.resources(
                """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: b}}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: b}}
                """));
    wanted.set(0, wanted.get(0).after(wanted.get(1).id()));
    wanted.set(1, wanted.get(1).after(wanted.get(0).id()));
    assertThat(DerivedOrder.of(wanted, BundledSchemas.of("1.34"))).isSameAs(wanted);
  }
}
