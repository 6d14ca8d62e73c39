package dev.slipway.kubernetes.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.kubernetes.cluster.Kinds.Kind;
import dev.slipway.kubernetes.schema.Schemas.FieldSchema;
import dev.slipway.kubernetes.schema.Schemas.ListType;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BundledSchemasTest {
  private final Schemas schemas = BundledSchemas.of("1.34");

  private static FieldSchema field(Schemas schemas, String apiVersion, String kind, String path) {
    FieldSchema at = schemas.find(apiVersion, kind).orElseThrow();
    for (String part : path.split("\\.", -1)) {
      at = (part.equals("*") ? at.items() : at.field(part)).orElseThrow();
    }
    return at;
  }

  private FieldSchema deployment(String path) {
    return field(schemas, "apps/v1", "Deployment", path);
  }

  @Test
  void fieldsHaveTheirTypes() {
    assertThat(deployment("spec.replicas").type()).isEqualTo(Schemas.Type.INTEGER);
    assertThat(deployment("spec.paused").type()).isEqualTo(Schemas.Type.BOOLEAN);
    assertThat(deployment("metadata.labels.any").type()).isEqualTo(Schemas.Type.STRING);
    assertThat(deployment("spec.strategy.rollingUpdate.maxSurge").type())
        .isEqualTo(Schemas.Type.INTEGER_OR_STRING);
    String container = "spec.template.spec.containers.*.";
    assertThat(deployment(container + "resources.limits.cpu").type())
        .isEqualTo(Schemas.Type.QUANTITY);
    assertThat(deployment(container + "imagePullPolicy").values())
        .containsExactly("Always", "IfNotPresent", "Never");
    assertThat(deployment("spec").required()).containsExactly("selector", "template");
    assertThat(deployment("spec").open()).isFalse();
    assertThat(deployment("spec").names()).contains("selector", "replicas").doesNotContain("foo");
    assertThat(deployment("spec").field("replica")).isEmpty();
    assertThat(deployment("metadata.labels").open()).isTrue();
    assertThat(deployment("status").open()).isTrue();
  }

  @Test
  void listsSayHowTheyAreMerged() {
    FieldSchema ports = field(schemas, "v1", "Service", "spec.ports");
    assertThat(ports.listType()).isEqualTo(ListType.MAP);
    assertThat(ports.listKeys()).containsExactly("port", "protocol");
    assertThat(ports.items().orElseThrow().required()).containsExactly("port");
    assertThat(field(schemas, "v1", "Pod", "metadata.finalizers").listType())
        .isEqualTo(ListType.SET);
    FieldSchema arguments = deployment("spec.template.spec.containers.*.args");
    assertThat(arguments.listType()).isEqualTo(ListType.ATOMIC);
    assertThat(arguments.items().orElseThrow().type()).isEqualTo(Schemas.Type.STRING);
  }

  @Test
  void eachVersionHasItsOwnFieldsAndKinds() {
    String operator = "spec.tolerations.*.operator";
    assertThat(field(schemas, "v1", "Pod", operator).values()).containsExactly("Equal", "Exists");
    assertThat(field(BundledSchemas.of("1.35"), "v1", "Pod", operator).values()).contains("Gt");
    assertThat(BundledSchemas.of("1.33").find("resource.k8s.io/v1", "ResourceClaim")).isEmpty();
    assertThat(schemas.find("resource.k8s.io/v1", "ResourceClaim")).isPresent();
    String beta = "flowcontrol.apiserver.k8s.io/v1beta3";
    assertThat(BundledSchemas.of("1.31").kinds().find(beta, "FlowSchema")).isPresent();
    assertThat(BundledSchemas.of("1.32").kinds().find(beta, "FlowSchema")).isEmpty();
  }

  @Test
  void kindsAreThoseThatAServerOffersUnasked() {
    assertThat(schemas.kinds().version()).isEqualTo("1.34.4");
    Kind deployment = schemas.kinds().find("apps/v1", "Deployment").orElseThrow();
    assertThat(deployment.plural()).isEqualTo("deployments");
    assertThat(deployment.namespaced()).isTrue();
    assertThat(deployment.verbs()).contains("create", "get", "list", "patch", "delete", "watch");
    assertThat(schemas.kinds().find("v1", "Namespace").orElseThrow().namespaced()).isFalse();
    String alpha = "storagemigration.k8s.io/v1alpha1";
    assertThat(schemas.kinds().find(alpha, "StorageVersionMigration")).isEmpty();
    assertThat(schemas.find(alpha, "StorageVersionMigration")).isPresent();
  }

  @Test
  void theNearestVersionStandsInForOthersAndLeavesUnknownFieldsOpen() {
    assertThat(BundledSchemas.notice("v1.34.9+k3s1")).isEmpty();
    assertThat(BundledSchemas.of("v1.34.9+k3s1").kinds().version()).isEqualTo("1.34.9");
    assertThat(BundledSchemas.notice("1.40").orElseThrow().detail()).contains("1.40.0", "1.35");
    Schemas newer = BundledSchemas.of("1.40");
    assertThat(newer.kinds().version()).isEqualTo("1.40.0");
    assertThat(newer.find("v1", "Service").orElseThrow().open()).isTrue();
    assertThat(field(newer, "v1", "Service", "spec.type").values()).isEmpty();
    assertThat(BundledSchemas.notice("1.20").orElseThrow().detail()).contains("1.31");
    assertThatThrownBy(() -> BundledSchemas.of("latest"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyKindOfEveryVersionCanBeReadToItsLeaves() {
    for (String version : BundledSchemas.versions()) {
      Schemas all = BundledSchemas.of(version);
      assertThat(all.kinds().kinds()).hasSizeGreaterThan(50);
      all.kinds()
          .kinds()
          .values()
          .forEach(kind -> walk(all.find(kind.apiVersion(), kind.kind()).orElseThrow(), 0));
    }
  }

  private static void walk(FieldSchema schema, int depth) {
    // Some types hold themselves.
    if (depth < 8) {
      assertThat(schema.names()).containsAll(schema.required());
      assertThat(schema.listKeys().isEmpty()).isEqualTo(schema.listType() != ListType.MAP);
      schema.items().ifPresent(items -> walk(items, depth + 1));
      schema.names().forEach(name -> walk(schema.field(name).orElseThrow(), depth + 1));
    }
  }

  @Test
  void theBundleIsSmall() throws IOException {
    try (InputStream in = BundledSchemas.class.getResourceAsStream("schemas.gz")) {
      assertThat(in.readAllBytes()).hasSizeLessThan(400_000);
    }
    assertThat(BundledSchemas.versions()).hasSize(5);
  }
}
