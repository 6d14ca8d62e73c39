package dev.slipway.kubernetes.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.schema.Schemas.FieldSchema;
import dev.slipway.kubernetes.schema.Schemas.ListType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomSchemasTest {
  private final Schemas schemas =
      BundledSchemas.of("1.34")
          .with(Manifests.read(Manifests.file(CustomSchemasTest.class, "crd.yaml")).getFirst());

  private FieldSchema spec(String name) {
    return schemas
        .find("library.dev/v1", "Shelf")
        .flatMap(schema -> schema.field("spec"))
        .flatMap(schema -> schema.field(name))
        .orElseThrow();
  }

  @Test
  void aDefinitionBringsItsServedVersions() {
    assertThat(schemas.find("library.dev/v1beta1", "Shelf").orElseThrow().open()).isTrue();
    assertThat(schemas.find("library.dev/v1alpha1", "Shelf")).isEmpty();
    assertThat(schemas.find("apps/v1", "Deployment")).isPresent();
    assertThat(schemas.kinds().find("library.dev/v1", "Shelf").orElseThrow().plural())
        .isEqualTo("shelves");
    assertThat(schemas.kinds().find("v1", "Service")).isPresent();
  }

  @Test
  void structuralSchemasAreRead() {
    assertThat(spec("books").listType()).isEqualTo(ListType.MAP);
    assertThat(spec("books").listKeys()).containsExactly("title");
    assertThat(spec("books").items().flatMap(items -> items.field("pages")).orElseThrow().type())
        .isEqualTo(Schemas.Type.INTEGER);
    assertThat(spec("colour").values()).containsExactly("red", "green");
    assertThat(spec("height").type()).isEqualTo(Schemas.Type.NUMBER);
    assertThat(spec("port").type()).isEqualTo(Schemas.Type.INTEGER_OR_STRING);
    assertThat(spec("notes").field("any").orElseThrow().type()).isEqualTo(Schemas.Type.STRING);
    assertThat(spec("extra").open()).isTrue();
    assertThat(spec("anything").type()).isEqualTo(Schemas.Type.ANY);
    assertThat(spec("template").field("metadata").orElseThrow().field("labels")).isPresent();
  }

  @Test
  void everyObjectHasItsMetadataAndADefaultIsNotMissed() {
    FieldSchema root = schemas.find("library.dev/v1", "Shelf").orElseThrow();
    assertThat(root.field("metadata").flatMap(metadata -> metadata.field("labels"))).isPresent();
    assertThat(root.field("apiVersion")).isPresent();
    assertThat(root.field("data")).isEmpty();
    assertThat(root.required()).containsExactly("spec");
    assertThat(root.field("spec").orElseThrow().required()).containsExactly("books", "colour");
  }

  @Test
  void aBrokenDefinitionBringsNothing() {
    ApiObject broken =
        new ApiObject(
            Map.of(
                "apiVersion", "apiextensions.k8s.io/v1",
                "kind", "CustomResourceDefinition",
                "spec", Map.of("versions", "none")));
    assertThat(schemas.with(broken).kinds()).isEqualTo(schemas.kinds());
  }
}
