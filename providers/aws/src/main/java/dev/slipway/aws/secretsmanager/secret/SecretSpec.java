package dev.slipway.aws.secretsmanager.secret;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Map;
import java.util.Objects;

/**
 * A secret of AWS Secrets Manager. Attributes: {@code arn}, {@code name}.
 *
 * @param name unique in the account and region, for example {@code milvus/root}; up to 512
 *     characters
 * @param value a secret of the stack's secret store, or a reference to one
 * @param tags further tags
 */
public record SecretSpec(String name, Value<String> value, Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.secret";

  /**
   * @throws IllegalArgumentException if the value is given in plaintext
   */
  public SecretSpec {
    Objects.requireNonNull(name, "name");
    if (value instanceof Value.Known<String>) {
      throw new IllegalArgumentException("the value of " + name + " must lie in the secret store");
    }
    Objects.requireNonNull(value, "value");
    tags = Map.copyOf(tags);
  }
}
