package dev.slipway.aws.account;

import dev.slipway.engine.resource.Spec;
import java.util.Objects;

/**
 * The account and region that a stack lives in: makes nothing, but binds the stack and its plans to
 * them, so that other credentials don't make everything a second time elsewhere. Attributes: {@code
 * id}, {@code region}.
 *
 * @param id twelve digits; empty for that of the credentials, before it is known
 * @param region for example {@code eu-central-1}
 */
public record AccountSpec(String id, String region) implements Spec {
  public static final String TYPE = "aws.account";

  public AccountSpec {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(region, "region");
  }
}
