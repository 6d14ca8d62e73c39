package dev.slipway.aws.foundation;

import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.Trust;
import dev.slipway.aws.iam.role.RoleSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;

/** Roles that pods get by EKS Pod Identity. */
public final class PodRole {
  private static final String AWS_POLICY = "arn:aws:iam::aws:policy/";

  private PodRole() {}

  /**
   * One with policies of AWS's own.
   *
   * @param name its name within the stack
   * @param iamName its name in IAM
   * @param policies names, for example {@code service-role/AmazonEBSCSIDriverPolicy}
   */
  static Resource<RoleSpec> of(
      String name, String iamName, Map<String, String> tags, String... policies) {
    return Resource.of(
        id(name), new RoleSpec(iamName, Trust.Service.pods(), managed(policies), Map.of(), tags));
  }

  /** One with a policy of its own, which is part of it. */
  static Resource<RoleSpec> of(
      String name, String iamName, Map<String, String> tags, PolicyDocument policy) {
    return Resource.of(
        id(name),
        new RoleSpec(iamName, Trust.Service.pods(), List.of(), Map.of(name, policy), tags));
  }

  static ResourceId id(String name) {
    return new ResourceId(RoleSpec.TYPE, name);
  }

  static Value<String> arn(String name) {
    return Value.ref(id(name), "arn");
  }

  /** ARNs of policies of AWS's own. */
  static List<Value<String>> managed(String... policies) {
    return List.of(policies).stream().map(policy -> Value.of(AWS_POLICY + policy)).toList();
  }
}
