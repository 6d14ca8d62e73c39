package dev.slipway.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.cloud.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SecretDiffTest {
  private static final String PASSWORD = "correct horse battery";

  private final Vault vault = new Vault();
  private final Value<String> password = vault.put("root", PASSWORD);
  private final String marker = Holes.marker(password);

  @Test
  void aSecretWithinATextIsComparedByFingerprintAndNeverShown() {
    ObjectSpec spec = spec(config("postgres://root:" + marker + "@db/x"), Map.of());
    ObservedObject same = seen(config("postgres://root:" + PASSWORD + "@db/x"), spec);
    ObservedObject other = seen(config("postgres://root:hunter22@db/x"), spec);

    assertThat(Seen.diff(spec, same)).isEqualTo(Diff.NONE);
    Diff diff = Seen.diff(spec, other);
    assertThat(diff.fields()).extracting(FieldChange::path).containsExactly("data.url");
    assertThat(diff.fields().getFirst().before()).isInstanceOf(Value.Secret.class);
    assertThat(diff.fields().getFirst().after()).isInstanceOf(Value.Secret.class);
    assertThat(diff.toString()).doesNotContain("hunter22").doesNotContain("horse");
    assertThat(other.toString()).doesNotContain("hunter22");
  }

  @Test
  void aSecretsDataIsMaskedAndComparedByFingerprint() {
    Value<String> plain = vault.put("s/plain", SecretSight.base64("old and long"));
    Value<String> filled = vault.put("s/filled", SecretSight.base64("pw=" + marker));
    ObjectSpec spec = spec(secret(Map.of()), Map.of("plain", plain, "filled", filled));
    ApiObject same = secret(Map.of("plain", "old and long", "filled", "pw=" + PASSWORD));
    ApiObject other =
        secret(Map.of("plain", "new and long", "filled", "pw=hunter22", "gone", "bye bye"));

    assertThat(Seen.diff(spec, seen(same, spec))).isEqualTo(Diff.NONE);
    Diff diff = Seen.diff(spec, seen(other, spec));
    assertThat(diff.fields())
        .extracting(FieldChange::path)
        .containsExactlyInAnyOrder("data.plain", "data.filled", "data.gone");
    assertThat(diff.toString())
        .doesNotContain(SecretSight.base64("new and long"))
        .doesNotContain(SecretSight.base64("pw=hunter22"));
  }

  @Test
  void aKeyThatAnotherManagerHasSetOtherwiseIsNamedWithIt() {
    Value<String> plain = vault.put("s/plain", SecretSight.base64("old and long"));
    ObjectSpec spec = spec(secret(Map.of()), Map.of("plain", plain));
    Object theirs =
        Trees.of("{manager: rival, operation: Update, fieldsV1: {f:data: {f:plain: {}}}}").tree();
    ApiObject other =
        secret(Map.of("plain", "new and long")).with(List.of(theirs), "metadata", "managedFields");

    assertThatThrownBy(() -> Seen.diff(spec, seen(other, spec)))
        .hasMessageContaining("data.plain is set by rival")
        .hasMessageNotContaining(SecretSight.base64("new and long"));
  }

  @Test
  void aPlainTextUnderANameThatMeansASecretIsMasked() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: p, namespace: n}
        spec: {containers: [{name: c, image: i, env: [{name: DB_PASSWORD, value: abc}]}]}
        """;

    assertThat(Seen.diff(pod, pod.replace("abc", "xyz")).fields().getFirst().before())
        .isInstanceOf(Value.Secret.class);
  }

  @Test
  void fillingGivesPlaintextAndMaskingTakesItOut() {
    Filling filling = new Filling(spec(config("pw: " + marker), Map.of()), vault);

    ApiObject whole = filling.object(Map.of());

    assertThat(whole.text("data", "url")).contains("pw: " + PASSWORD);
    assertThat(filling.masked(whole).text("data", "url")).contains("pw: " + marker);
  }

  private ObjectSpec spec(ApiObject object, Map<String, Value<String>> data) {
    return new ObjectSpec(
        object.tree(),
        new TreeMap<>(Map.of(marker, password)),
        new TreeMap<>(data),
        ObjectSpec.SLIPWAY,
        Optional.empty());
  }

  private ObservedObject seen(ApiObject live, ObjectSpec spec) {
    return Seen.live(live, vault, Optional.of(spec));
  }

  private static ApiObject config(String url) {
    return Trees.of("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: n}}")
        .with(url, "data", "url");
  }

  private static ApiObject secret(Map<String, String> contents) {
    ApiObject secret =
        Trees.of(
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: s
              namespace: n
              managedFields:
              - manager: slipway
                operation: Apply
                fieldsV1: {f:data: {f:plain: {}, f:filled: {}, f:gone: {}}}
            """);
    Map<String, Object> data = new TreeMap<>();
    contents.forEach((key, text) -> data.put(key, SecretSight.base64(text)));
    return data.isEmpty() ? secret.without("metadata", "managedFields") : secret.with(data, "data");
  }
}
