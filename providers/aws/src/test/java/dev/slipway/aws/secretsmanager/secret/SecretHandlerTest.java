package dev.slipway.aws.secretsmanager.secret;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.secretsmanager.SecretsManagerTags;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

@ExtendWith(AwsLab.class)
class SecretHandlerTest {
  private static final ResourceId SECRET = new ResourceId(SecretSpec.TYPE, "root");

  @Test
  void isMadeWithItsValueWhichIsSeenNowhereElse(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<SecretSpec> secret = secret(stack, "first-word");
      assertThat(stack.up(secret)).isClean();

      assertThat(value(stack)).isEqualTo("first-word");
      assertThat(
              SecretsManagerTags.map(
                  secrets(stack).describeSecret(request -> request.secretId(name(stack))).tags()))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.secret/root")
          .containsEntry("team", "search")
          .allSatisfy((key, text) -> assertThat(text).doesNotContain("first-word"));
      assertThat(stack.plan(secret)).changesNothing();
      assertThat(stack.attributes(SECRET).values().toString()).doesNotContain("first-word");
      assertThat(stack.events().toString()).doesNotContain("first-word");

      assertThat(stack.down()).isClean();
      assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> value(stack));
    }
  }

  @Test
  void anotherValueIsSetInPlace(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(secret(stack, "first-word"));
      Resource<SecretSpec> changed = secret(stack, "second-word");

      assertThat(stack.plan(changed)).updates("aws.secret/root").changing("value");
      assertThat(stack.plan(changed).toString()).doesNotContain("first-word", "second-word");
      assertThat(stack.up(changed)).isClean();

      assertThat(value(stack)).isEqualTo("second-word");
      assertThat(stack.plan(changed)).changesNothing();
      stack.down();
    }
  }

  @Test
  void aValueThatSomebodyElseSetIsNoticedAndSetAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<SecretSpec> secret = secret(stack, "first-word");
      stack.up(secret);
      secrets(stack)
          .putSecretValue(request -> request.secretId(name(stack)).secretString("theirs"));

      assertThat(stack.plan(secret)).updates("aws.secret/root").changing("value");
      assertThat(stack.up(secret)).isClean();

      assertThat(value(stack)).isEqualTo("first-word");
      assertThat(stack.plan(secret)).changesNothing();
      stack.down();
    }
  }

  @Test
  void oneThatIsToBeDeletedSomeDayIsRestored(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(secret(stack, "first-word"));
      secrets(stack)
          .deleteSecret(request -> request.secretId(name(stack)).recoveryWindowInDays(7L));
      Resource<SecretSpec> changed = secret(stack, "second-word");

      assertThat(stack.plan(changed)).creates("aws.secret/root");
      assertThat(stack.up(changed)).isClean();

      assertThat(value(stack)).isEqualTo("second-word");
      assertThat(stack.plan(changed)).changesNothing();
      assertThat(stack.down()).isClean();
    }
  }

  @Test
  void oneThatSomebodyElseMadeIsRefused(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      secrets(stack).createSecret(request -> request.name(name(stack)).secretString("theirs"));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(secret(stack, "first-word")))
          .satisfies(refused -> assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN"));
      secrets(stack)
          .deleteSecret(request -> request.secretId(name(stack)).forceDeleteWithoutRecovery(true));
    }
  }

  @Test
  void aPlaintextIsNoValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SecretSpec("root", Value.of("first-word"), Map.of()))
        .withMessageNotContaining("first-word");
  }

  private static Resource<SecretSpec> secret(AwsStack stack, String plaintext) {
    return Resource.of(
        SECRET,
        new SecretSpec(
            name(stack), stack.vault().put("root-password", plaintext), Map.of("team", "search")));
  }

  private static String name(AwsStack stack) {
    return stack.owner() + "/root";
  }

  private static String value(AwsStack stack) {
    return secrets(stack).getSecretValue(request -> request.secretId(name(stack))).secretString();
  }

  private static SecretsManagerClient secrets(AwsStack stack) {
    return stack.clients().secretsManager();
  }
}
