package dev.slipway.aws.eks.addon;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eks.model.AddonPodIdentityAssociations;
import software.amazon.awssdk.services.eks.model.CreateAddonRequest;
import software.amazon.awssdk.services.eks.model.UpdateAddonRequest;

/** What EKS is asked for. */
final class AddonRequests {
  private AddonRequests() {}

  static CreateAddonRequest create(
      AddonSpec spec, String version, Map<String, String> tags, String token) {
    CreateAddonRequest.Builder request =
        CreateAddonRequest.builder()
            .clusterName(spec.cluster().get())
            .addonName(spec.name())
            .addonVersion(version)
            .resolveConflicts(spec.resolveConflicts() == Conflicts.OVERWRITE ? "OVERWRITE" : "NONE")
            .tags(tags)
            .clientRequestToken(token);
    spec.configuration().ifPresent(request::configurationValues);
    spec.serviceAccountRole().ifPresent(role -> request.serviceAccountRoleArn(role.get()));
    if (!spec.identities().isEmpty()) {
      request.podIdentityAssociations(identities(spec));
    }
    return request.build();
  }

  /** A role that is left out is taken away, as is what else isn't named. */
  static UpdateAddonRequest update(AddonSpec spec, AddonObserved observed) {
    UpdateAddonRequest.Builder request =
        UpdateAddonRequest.builder()
            .clusterName(spec.cluster().get())
            .addonName(spec.name())
            .addonVersion(spec.isVersionFixed() ? spec.version() : observed.addon().addonVersion())
            .resolveConflicts(spec.resolveConflicts().name())
            .configurationValues(spec.configuration().orElse("{}"));
    spec.serviceAccountRole().ifPresent(role -> request.serviceAccountRoleArn(role.get()));
    if (!spec.identities().isEmpty() || !observed.identities().isEmpty()) {
      request.podIdentityAssociations(identities(spec));
    }
    return request.build();
  }

  /** Its roles, for a message. */
  static String roles(AddonSpec spec) {
    return Stream.concat(
            spec.serviceAccountRole().stream(), spec.identities().stream().map(AddonIdentity::role))
        .map(role -> role.get())
        .collect(Collectors.joining("', '"));
  }

  private static List<AddonPodIdentityAssociations> identities(AddonSpec spec) {
    return spec.identities().stream()
        .map(
            identity ->
                AddonPodIdentityAssociations.builder()
                    .serviceAccount(identity.serviceAccount())
                    .roleArn(identity.role().get())
                    .build())
        .toList();
  }
}
