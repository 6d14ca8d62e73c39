package dev.slipway.aws.permission;

import static dev.slipway.aws.permission.Verb.CREATE;
import static dev.slipway.aws.permission.Verb.DELETE;
import static dev.slipway.aws.permission.Verb.READ;
import static dev.slipway.aws.permission.Verb.UPDATE;

import dev.slipway.aws.iam.document.Trust;
import dev.slipway.aws.iam.instanceprofile.InstanceProfileSpec;
import dev.slipway.aws.iam.oidc.OidcProviderSpec;
import dev.slipway.aws.iam.policy.PolicySpec;
import dev.slipway.aws.iam.role.RoleSpec;
import dev.slipway.engine.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Permissions of IAM. */
final class IdentityPermissions {
  static final Map<String, List<Permission>> ALL =
      Map.of(
          RoleSpec.TYPE, role(),
          PolicySpec.TYPE, policy(),
          InstanceProfileSpec.TYPE, profile(),
          OidcProviderSpec.TYPE, oidc());

  private IdentityPermissions() {}

  private static List<Permission> role() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) ->
            List.of(place.ofAccount("iam", "role/" + ((RoleSpec) resource.spec()).name()));
    return List.of(
        Permission.everywhere(READ, "ListRoles", "iam:GetAccountAuthorizationDetails"),
        Permission.on(
            own,
            READ,
            "ReadRoles",
            "iam:GetRole",
            "iam:GetRolePolicy",
            "iam:ListAttachedRolePolicies",
            "iam:ListRolePolicies"),
        Permission.on(own, CREATE, "CreateRoles", "iam:CreateRole").with("iam:TagRole"),
        Permission.on(
                (resource, place) ->
                    ((RoleSpec) resource.spec()).trust() instanceof Trust.Service
                        ? own.apply(resource, place)
                        : List.of(),
                UPDATE,
                "PassRolesToServices")
            .with("iam:PassRole"),
        Permission.on(
            own,
            UPDATE,
            "UpdateRoles",
            "iam:AttachRolePolicy",
            "iam:DeleteRolePolicy",
            "iam:DetachRolePolicy",
            "iam:PutRolePolicy",
            "iam:TagRole",
            "iam:UpdateAssumeRolePolicy"),
        Permission.on(
            own,
            DELETE,
            "DeleteRoles",
            "iam:DeleteRole",
            "iam:DeleteRolePolicy",
            "iam:DetachRolePolicy",
            "iam:ListInstanceProfilesForRole"),
        Permission.on(
            (_, place) -> List.of(place.ofAccount("iam", "instance-profile/*")),
            DELETE,
            "TakeRolesOutOfInstanceProfiles",
            "iam:RemoveRoleFromInstanceProfile"));
  }

  private static List<Permission> policy() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) ->
            List.of(place.ofAccount("iam", "policy/" + ((PolicySpec) resource.spec()).name()));
    return List.of(
        Permission.everywhere(READ, "ListPolicies", "iam:GetAccountAuthorizationDetails"),
        Permission.on(
            own,
            READ,
            "ReadPolicies",
            "iam:GetPolicy",
            "iam:GetPolicyVersion",
            "iam:ListPolicyTags",
            "iam:ListPolicyVersions"),
        Permission.on(own, CREATE, "CreatePolicies", "iam:CreatePolicy").with("iam:TagPolicy"),
        Permission.on(
            own,
            UPDATE,
            "UpdatePolicies",
            "iam:CreatePolicyVersion",
            "iam:DeletePolicyVersion",
            "iam:TagPolicy"),
        Permission.on(
            own, DELETE, "DeletePolicies", "iam:DeletePolicy", "iam:DeletePolicyVersion"));
  }

  private static List<Permission> profile() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) ->
            List.of(
                place.ofAccount(
                    "iam", "instance-profile/" + ((InstanceProfileSpec) resource.spec()).name()));
    return List.of(
        Permission.on(own, READ, "ReadInstanceProfiles", "iam:GetInstanceProfile"),
        Permission.on(own, CREATE, "CreateInstanceProfiles", "iam:CreateInstanceProfile")
            .with("iam:TagInstanceProfile"),
        Permission.on(
            own,
            UPDATE,
            "UpdateInstanceProfiles",
            "iam:AddRoleToInstanceProfile",
            "iam:RemoveRoleFromInstanceProfile",
            "iam:TagInstanceProfile"),
        Permission.on(
            own,
            DELETE,
            "DeleteInstanceProfiles",
            "iam:DeleteInstanceProfile",
            "iam:RemoveRoleFromInstanceProfile"));
  }

  private static List<Permission> oidc() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) ->
            List.of(
                place.ofAccount(
                    "iam",
                    "oidc-provider/"
                        + ((OidcProviderSpec) resource.spec())
                            .issuer()
                            .known()
                            .map(issuer -> issuer.substring(issuer.indexOf("//") + 2))
                            .orElse("*")));
    return List.of(
        Permission.everywhere(READ, "ListOidcProviders", "iam:ListOpenIDConnectProviders"),
        Permission.on(own, READ, "ReadOidcProviders", "iam:GetOpenIDConnectProvider"),
        Permission.on(own, CREATE, "CreateOidcProviders", "iam:CreateOpenIDConnectProvider")
            .with("iam:TagOpenIDConnectProvider"),
        Permission.on(
            own,
            UPDATE,
            "UpdateOidcProviders",
            "iam:AddClientIDToOpenIDConnectProvider",
            "iam:TagOpenIDConnectProvider"),
        Permission.on(own, DELETE, "DeleteOidcProviders", "iam:DeleteOpenIDConnectProvider"));
  }
}
