package dev.slipway.aws.iam.role;

import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.PolicyJson;
import dev.slipway.aws.refusal.Refusals;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.services.iam.IamClient;

/** Gives a role its policies, and takes all others away. */
record RolePolicies(IamClient iam, String role) {
  /**
   * Attaches managed policies.
   *
   * @param wanted ARNs of those that are to be attached
   * @param found ARNs of those that are
   */
  void attachOnly(Collection<String> wanted, Collection<String> found) {
    found.stream().filter(arn -> !wanted.contains(arn)).forEach(this::detach);
    wanted.stream().filter(arn -> !found.contains(arn)).sorted().forEach(this::attach);
  }

  private void attach(String arn) {
    Refusals.onceKnown(
        () -> iam.attachRolePolicy(request -> request.roleName(role).policyArn(arn)),
        RoleHandler.ABSENT);
  }

  private void detach(String arn) {
    Refusals.unlessGone(
        () -> iam.detachRolePolicy(request -> request.roleName(role).policyArn(arn)),
        RoleHandler.ABSENT);
  }

  /**
   * Sets the policies that are part of the role.
   *
   * @param wanted by name
   * @param found documents by name
   */
  void holdOnly(Map<String, PolicyDocument> wanted, Map<String, Map<String, Object>> found) {
    found.keySet().stream().filter(name -> !wanted.containsKey(name)).forEach(this::delete);
    wanted.forEach(
        (name, document) -> {
          Map<String, Object> there = found.get(name);
          if (there == null || !PolicyJson.same(there, document.tree())) {
            put(name, document);
          }
        });
  }

  private void put(String name, PolicyDocument document) {
    String json = PolicyJson.write(document.tree());
    iam.putRolePolicy(request -> request.roleName(role).policyName(name).policyDocument(json));
  }

  private void delete(String name) {
    Refusals.unlessGone(
        () -> iam.deleteRolePolicy(request -> request.roleName(role).policyName(name)),
        RoleHandler.ABSENT);
  }
}
