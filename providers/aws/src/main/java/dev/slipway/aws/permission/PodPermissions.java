package dev.slipway.aws.permission;

import static dev.slipway.aws.permission.EksPermissions.LIST;
import static dev.slipway.aws.permission.EksPermissions.SEE;
import static dev.slipway.aws.permission.Verb.CREATE;
import static dev.slipway.aws.permission.Verb.DELETE;
import static dev.slipway.aws.permission.Verb.READ;
import static dev.slipway.aws.permission.Verb.UPDATE;

import dev.slipway.aws.eks.access.AccessEntrySpec;
import dev.slipway.aws.eks.addon.AddonIdentity;
import dev.slipway.aws.eks.addon.AddonSpec;
import dev.slipway.aws.eks.podidentity.PodIdentitySpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Permissions of what runs in EKS's clusters, and of who may use them. */
final class PodPermissions {
  static final Map<String, List<Permission>> ALL =
      Map.of(
          AddonSpec.TYPE, addon(),
          AccessEntrySpec.TYPE, accessEntry(),
          PodIdentitySpec.TYPE, podIdentity());

  private PodPermissions() {}

  private static List<Permission> addon() {
    Function<Resource<?>, Value<String>> cluster = resource -> addon(resource).cluster();
    BiFunction<Resource<?>, Place, List<String>> own =
        EksPermissions.within("addon", cluster, resource -> addon(resource).name() + "/*");
    BiFunction<Resource<?>, Place, List<String>> clusters = EksPermissions.cluster(cluster);
    BiFunction<Resource<?>, Place, List<String>> identities =
        EksPermissions.within("podidentityassociation", cluster, _ -> "*");
    return List.of(
        LIST,
        SEE,
        Permission.on(own, READ, "ReadAddons", "eks:DescribeAddon"),
        Permission.on(
            whereIdentities(identities),
            READ,
            "ReadPodIdentitiesOfAddons",
            "eks:DescribePodIdentityAssociation"),
        Permission.everywhere(CREATE, "ListVersionsOfAddons", "eks:DescribeAddonVersions"),
        Permission.on(clusters, CREATE, "CreateAddons", "eks:CreateAddon").ifMarked(),
        Permission.on(own, CREATE, "TagNewAddons").with("eks:TagResource").ifMarked(),
        EksPermissions.pass("ToAddons", PodPermissions::roles),
        Permission.on(
                whereIdentities(EksPermissions.both(clusters, identities)),
                UPDATE,
                "ChangePodIdentitiesOfAddons")
            .with(
                "eks:CreatePodIdentityAssociation",
                "eks:DeletePodIdentityAssociation",
                "eks:ListPodIdentityAssociations",
                "eks:UpdatePodIdentityAssociation"),
        Permission.on(own, UPDATE, "UpdateAddons", "eks:TagResource", "eks:UpdateAddon").ifOwn(),
        Permission.on(
            EksPermissions.both(clusters, own),
            UPDATE,
            "FollowUpdatesOfAddons",
            "eks:DescribeUpdate"),
        Permission.on(own, DELETE, "DeleteAddons", "eks:DeleteAddon").ifOwn(),
        Permission.on(whereIdentities(identities), DELETE, "DeletePodIdentitiesOfAddons")
            .with("eks:DeletePodIdentityAssociation"));
  }

  private static AddonSpec addon(Resource<?> resource) {
    return (AddonSpec) resource.spec();
  }

  private static Stream<Value<String>> roles(Resource<?> resource) {
    return Stream.concat(
        addon(resource).serviceAccountRole().stream(),
        addon(resource).identities().stream().map(AddonIdentity::role));
  }

  private static BiFunction<Resource<?>, Place, List<String>> whereIdentities(
      BiFunction<Resource<?>, Place, List<String>> arns) {
    return (resource, place) ->
        addon(resource).identities().isEmpty() ? List.of() : arns.apply(resource, place);
  }

  /** Entries are listed where it isn't known yet for whom they are. */
  private static List<Permission> accessEntry() {
    Function<Resource<?>, Value<String>> cluster =
        resource -> ((AccessEntrySpec) resource.spec()).cluster();
    BiFunction<Resource<?>, Place, List<String>> own =
        EksPermissions.within("access-entry", cluster, _ -> "*");
    BiFunction<Resource<?>, Place, List<String>> clusters = EksPermissions.cluster(cluster);
    return List.of(
        LIST,
        SEE,
        Permission.on(clusters, READ, "ListAccessEntries").with("eks:ListAccessEntries"),
        Permission.on(
            own,
            READ,
            "ReadAccessEntries",
            "eks:DescribeAccessEntry",
            "eks:ListAssociatedAccessPolicies"),
        Permission.on(clusters, CREATE, "CreateAccessEntries", "eks:CreateAccessEntry").ifMarked(),
        Permission.on(own, CREATE, "TagNewAccessEntries").with("eks:TagResource").ifMarked(),
        Permission.on(
                own,
                UPDATE,
                "UpdateAccessEntries",
                "eks:AssociateAccessPolicy",
                "eks:DisassociateAccessPolicy",
                "eks:TagResource",
                "eks:UpdateAccessEntry")
            .ifOwn(),
        Permission.on(own, DELETE, "DeleteAccessEntries", "eks:DeleteAccessEntry").ifOwn());
  }

  private static List<Permission> podIdentity() {
    Function<Resource<?>, Value<String>> cluster =
        resource -> ((PodIdentitySpec) resource.spec()).cluster();
    BiFunction<Resource<?>, Place, List<String>> own =
        EksPermissions.within("podidentityassociation", cluster, _ -> "*");
    BiFunction<Resource<?>, Place, List<String>> clusters = EksPermissions.cluster(cluster);
    return List.of(
        LIST,
        SEE,
        Permission.on(clusters, READ, "ListPodIdentities", "eks:ListPodIdentityAssociations"),
        Permission.on(own, READ, "ReadPodIdentities", "eks:DescribePodIdentityAssociation"),
        Permission.on(clusters, CREATE, "CreatePodIdentities", "eks:CreatePodIdentityAssociation")
            .ifMarked(),
        Permission.on(own, CREATE, "TagNewPodIdentities").with("eks:TagResource").ifMarked(),
        EksPermissions.pass(
            "ToPodIdentities", resource -> Stream.of(((PodIdentitySpec) resource.spec()).role())),
        Permission.on(
                own,
                UPDATE,
                "UpdatePodIdentities",
                "eks:TagResource",
                "eks:UpdatePodIdentityAssociation")
            .ifOwn(),
        Permission.on(own, DELETE, "DeletePodIdentities", "eks:DeletePodIdentityAssociation")
            .ifOwn());
  }
}
