package dev.slipway.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.status.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A Secret of Slipway's own, with a value that another resource makes. */
class OwnSecretTest {
  private static final Value<String> REFERENCE =
      Value.ref(new ResourceId("local.secret", "root"), "secret");
  private static final ObjectSpec SPEC =
      ObjectSpec.of(
          Map.of(
              "apiVersion",
              "v1",
              "kind",
              "Secret",
              "metadata",
              Map.of("name", "root", "namespace", "milvus"),
              "stringData",
              Map.of("user", "root", "password", REFERENCE)));

  @Test
  void whatItHoldsIsNoPartOfTheManifestAndIsShownAsWhatItWillBe() {
    assertThat(SPEC.manifest()).doesNotContainKey("stringData");
    assertThat(SPEC.shown().get("data"))
        .isEqualTo(Map.of("user", "root", "password", Map.of("$ref", "local.secret/root#secret")));
  }

  @Test
  void nothingChangesWhenTheServerHoldsTheSame() {
    assertThat(changes(resolved("drawn"), "drawn")).isEmpty();
  }

  @Test
  void anotherPasswordIsAChangeThatTellsNeither() {
    assertThat(changes(resolved("drawn"), "other"))
        .extracting(FieldChange::path)
        .containsExactly("data.password");
    assertThat(changes(resolved("drawn"), "other").toString())
        .doesNotContain("drawn", "other", base64("drawn"), base64("other"));
  }

  @Test
  void whatIsNotKnownYetIsAChangeToTheUnknown() {
    assertThat(changes(SPEC, "drawn"))
        .extracting(FieldChange::after)
        .containsExactly(new FieldChange.Unknown("local.secret/root#secret"));
  }

  private static ObjectSpec resolved(String password) {
    TreeMap<String, Value<String>> holes = new TreeMap<>(SPEC.holes());
    holes.replaceAll((_, _) -> new Value.Secret<>("root", fingerprint("root", password).get()));
    return new ObjectSpec(SPEC.manifest(), holes, SPEC.data(), SPEC.fieldManager(), SPEC.adopt());
  }

  private static List<FieldChange> changes(ObjectSpec spec, String live) {
    ApiObject there =
        SPEC.object().with(Map.of("user", base64("root"), "password", base64(live)), "data");
    ObservedObject observed =
        new ObservedObject(
            there,
            Evidence.NONE,
            Optional.empty(),
            ObservedObject.Ownership.OURS,
            Map.of(),
            new SecretSight(OwnSecretTest::fingerprint, Map.of()),
            Optional.empty());
    return new SecretData(spec, observed, FieldSet.NONE).changes();
  }

  private static Optional<String> fingerprint(String name, String text) {
    return Optional.of(Integer.toHexString((name + "/" + text).hashCode()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
