package dev.slipway.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SecretArgumentsTest {
  private static final Value<String> PLAIN = Value.of("--password");
  private static final Value<String> SECRET = new Value.Secret<>("root", "f1");

  @Test
  void aSecretStandsAsItsName() {
    assertThat(SecretArguments.named(SECRET)).isEqualTo(Value.of("root"));
    assertThat(SecretArguments.named(PLAIN)).isEqualTo(PLAIN);
  }

  @Test
  void theFingerprintsTellWhenContentChanges() {
    assertThat(
            SecretArguments.fingerprints(List.of(PLAIN, SECRET, new Value.Secret<>("key", "f2"))))
        .contains("f1,f2");
    assertThat(SecretArguments.fingerprints(List.of(PLAIN))).isEmpty();
  }

  @Test
  void aReferenceMayStillBecomeASecret() {
    assertThat(SecretArguments.unknown(List.of(PLAIN, SECRET))).isFalse();
    assertThat(
            SecretArguments.unknown(
                List.of(Value.ref(new ResourceId("local.secret", "root"), "secret"))))
        .isTrue();
  }
}
