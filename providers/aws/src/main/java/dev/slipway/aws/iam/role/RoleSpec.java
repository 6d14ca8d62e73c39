package dev.slipway.aws.iam.role;

import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.Trust;
import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A role. It is wholly the stack's: policies that others attach to it are detached again.
 * Attributes: {@code arn}, {@code name}, {@code id}.
 *
 * @param name unique in the account, up to 64 characters
 * @param trust who may assume it
 * @param policies ARNs of the managed policies that are attached
 * @param inline policies that are part of the role, by name
 * @param tags further tags
 */
public record RoleSpec(
    String name,
    Trust trust,
    List<Value<String>> policies,
    Map<String, PolicyDocument> inline,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.iam-role";

  public RoleSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(trust, "trust");
    policies = List.copyOf(policies);
    inline = Map.copyOf(inline);
    tags = Map.copyOf(tags);
  }

  /** A role with managed policies only. */
  public static RoleSpec of(String name, Trust trust, List<Value<String>> policies) {
    return new RoleSpec(name, trust, policies, Map.of(), Map.of());
  }
}
