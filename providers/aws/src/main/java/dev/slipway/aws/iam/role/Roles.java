package dev.slipway.aws.iam.role;

import dev.slipway.aws.iam.IamTags;
import dev.slipway.aws.iam.document.PolicyJson;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.ResourceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.RoleDetail;

/** Looks roles up: few by their names, many by a list of the whole account. */
record Roles(IamClient iam) {
  /** One role takes three calls or more, the list one for hundreds of roles. */
  private static final int FEW = 2;

  /** What has a name, for a stack that looks for its own. */
  interface Finder {
    Optional<RoleObserved> find(ResourceId id, String name);
  }

  Finder finder(Set<String> names, Call call) {
    if (names.size() <= FEW) {
      return (id, name) -> one(id, name, call);
    }
    Map<String, RoleDetail> all = new HashMap<>();
    iam.getAccountAuthorizationDetailsPaginator(request -> request.filter(EntityType.ROLE)).stream()
        .flatMap(page -> page.roleDetailList().stream())
        .filter(role -> names.contains(role.roleName()))
        .forEach(role -> all.put(role.roleName(), role));
    return (id, name) -> Optional.ofNullable(all.get(name)).map(role -> observed(role, id, call));
  }

  private static RoleObserved observed(RoleDetail role, ResourceId id, Call call) {
    Map<String, Map<String, Object>> inline = new TreeMap<>();
    role.rolePolicyList()
        .forEach(
            policy -> inline.put(policy.policyName(), PolicyJson.read(policy.policyDocument())));
    return new RoleObserved(
        role.arn(),
        role.roleName(),
        role.roleId(),
        PolicyJson.read(role.assumeRolePolicyDocument()),
        arns(role.attachedManagedPolicies()),
        inline,
        Marked.of(IamTags.map(role.tags()), id, call));
  }

  private Optional<RoleObserved> one(ResourceId id, String name, Call call) {
    return Refusals.find(() -> read(id, name, call), RoleHandler.ABSENT);
  }

  private RoleObserved read(ResourceId id, String name, Call call) {
    Role role = iam.getRole(request -> request.roleName(name)).role();
    List<AttachedPolicy> attached =
        iam.listAttachedRolePoliciesPaginator(request -> request.roleName(name)).stream()
            .flatMap(page -> page.attachedPolicies().stream())
            .toList();
    Map<String, Map<String, Object>> inline = new TreeMap<>();
    iam.listRolePoliciesPaginator(request -> request.roleName(name)).stream()
        .flatMap(page -> page.policyNames().stream())
        .forEach(policy -> inline.put(policy, inline(name, policy)));
    return new RoleObserved(
        role.arn(),
        role.roleName(),
        role.roleId(),
        PolicyJson.read(role.assumeRolePolicyDocument()),
        arns(attached),
        inline,
        Marked.of(IamTags.map(role.tags()), id, call));
  }

  private Map<String, Object> inline(String role, String policy) {
    return PolicyJson.read(
        iam.getRolePolicy(request -> request.roleName(role).policyName(policy)).policyDocument());
  }

  private static List<String> arns(Collection<AttachedPolicy> attached) {
    return attached.stream().map(AttachedPolicy::policyArn).sorted().toList();
  }
}
