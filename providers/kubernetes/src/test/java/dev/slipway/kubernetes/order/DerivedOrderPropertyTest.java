package dev.slipway.kubernetes.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.schema.Manifests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DerivedOrderPropertyTest {
  /**
   * Kinds whose references to each other may contradict; {@code %1$s} is its name, the rest are
   * others.
   */
  private static final List<String> TEMPLATES =
      List.of(
          "{apiVersion: v1, kind: Namespace, metadata: {name: %1$s, labels: {a: %2$s}}}",
          "{apiVersion: v1, kind: ConfigMap, metadata: {name: %1$s, namespace: %2$s,"
              + " ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: %3$s}]}}",
          "{apiVersion: v1, kind: ServiceAccount, metadata: {name: %1$s, namespace: %2$s},"
              + " imagePullSecrets: [{name: %3$s}]}",
          "{apiVersion: v1, kind: Secret, metadata: {name: %1$s, namespace: %2$s,"
              + " annotations: {kubernetes.io/service-account.name: %3$s},"
              + " ownerReferences: [{apiVersion: t.dev/v1, kind: T, name: %4$s}]}}",
          "{apiVersion: v1, kind: Service, metadata: {name: %1$s, namespace: %2$s},"
              + " spec: {selector: {a: %3$s}}}",
          "{apiVersion: apps/v1, kind: Deployment, metadata: {name: %1$s, namespace: %2$s},"
              + " spec: {template: {metadata: {labels: {a: %3$s}}, spec: {serviceAccountName: %4$s,"
              + " containers: [{name: a, envFrom: [{configMapRef: {name: %3$s}}]}],"
              + " volumes: [{name: v, secret: {secretName: %4$s}}]}}}}",
          "{apiVersion: t.dev/v1, kind: T, metadata: {name: %1$s, namespace: %2$s},"
              + " spec: {secretName: %3$s, ref: {kind: T, name: %4$s}}}",
          "{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name:"
              + " %1$s}, spec: {group: t.dev, names: {kind: T, plural: ts}, conversion: {webhook:"
              + " {clientConfig: {service: {name: %2$s, namespace: %3$s}}}}}}",
          "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: %1$s},"
              + " rules: [{apiGroups: [t.dev], resources: ['*'], verbs: ['*']}]}",
          "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding,"
              + " metadata: {name: %1$s}, roleRef: {kind: ClusterRole, name: %2$s},"
              + " subjects: [{kind: ServiceAccount, name: %3$s, namespace: %4$s}]}",
          "{apiVersion: admissionregistration.k8s.io/v1, kind: MutatingWebhookConfiguration,"
              + " metadata: {name: %1$s}, webhooks: [{clientConfig: {service: {name: %2$s,"
              + " namespace: %3$s}}, objectSelector: {matchLabels: {a: %4$s}},"
              + " rules: [{apiGroups: ['*'], operations: ['*'], resources: ['*']}]}]}",
          "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: %1$s,"
              + " namespace: %2$s}, spec: {podSelector: {matchLabels: {a: %3$s}}}}");

  @Property(tries = 300)
  void thereIsNeverACircleAndNothingGivenIsLost(
      @ForAll long seed,
      @ForAll @IntRange(max = 80) int size,
      @ForAll @IntRange(min = 1, max = 5) int names) {
    List<Resource<?>> wanted = wanted(new Random(seed), size, names);
    // Making the graph fails if there is a circle.
    List<Resource<?>> ordered = Sequence.of(wanted).resources();
    assertThat(ordered).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      Resource<?> before = wanted.get(i);
      Resource<?> now = ordered.get(i);
      assertThat(now.id()).isEqualTo(before.id());
      assertThat(now.spec()).isSameAs(before.spec());
      assertThat(now.removal()).isEqualTo(before.removal());
      assertThat(now.after().subList(0, before.after().size())).isEqualTo(before.after());
      assertThat(now.after()).doesNotHaveDuplicates().doesNotContain(now.id());
    }
    assertThat(Sequence.of(ordered).resources()).isEqualTo(ordered);
  }

  private static List<Resource<?>> wanted(Random random, int size, int names) {
    List<Resource<?>> wanted = new ArrayList<>();
    Set<ResourceId> ids = new HashSet<>();
    for (int i = 0; i < size; i++) {
      String yaml =
          TEMPLATES
              .get(random.nextInt(TEMPLATES.size()))
              .formatted(
                  name(random, names),
                  name(random, names),
                  name(random, names),
                  name(random, names));
      Resource<?> resource = Manifests.resources(yaml).getFirst();
      if (ids.add(resource.id())) {
        boolean given = random.nextInt(4) == 0 && !wanted.isEmpty();
        wanted.add(
            given ? resource.after(wanted.get(random.nextInt(wanted.size())).id()) : resource);
      }
    }
    return wanted;
  }

  private static String name(Random random, int names) {
    return "n" + random.nextInt(names);
  }
}
