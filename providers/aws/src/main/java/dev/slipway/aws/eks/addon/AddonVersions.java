package dev.slipway.aws.eks.addon;

import dev.slipway.aws.eks.EksProblems;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.AddonVersionInfo;

/** Chooses versions of add-ons. */
final class AddonVersions {
  private AddonVersions() {}

  /**
   * The version to make.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if EKS has none for the cluster
   */
  static String choose(EksClient eks, AddonSpec spec) {
    if (spec.isVersionFixed()) {
      return spec.version();
    }
    String kubernetes =
        eks.describeCluster(request -> request.name(spec.cluster().get())).cluster().version();
    List<AddonVersionInfo> versions =
        eks
            .describeAddonVersionsPaginator(
                request -> request.addonName(spec.name()).kubernetesVersion(kubernetes))
            .addons()
            .stream()
            .flatMap(addon -> addon.addonVersions().stream())
            .toList();
    Predicate<AddonVersionInfo> wanted =
        spec.version().equals(AddonSpec.LATEST)
            ? _ -> true
            : version -> isDefault(version, kubernetes);
    return versions.stream()
        .filter(wanted)
        .map(AddonVersionInfo::addonVersion)
        .max(Comparator.comparing(AddonVersions::parts, AddonVersions::compare))
        .orElseThrow(() -> EksProblems.noAddonVersion(spec.name(), kubernetes).asException());
  }

  private static boolean isDefault(AddonVersionInfo version, String kubernetes) {
    return version.compatibilities().stream()
        .anyMatch(
            fit ->
                Boolean.TRUE.equals(fit.defaultVersion())
                    && kubernetes.equals(fit.clusterVersion()));
  }

  /** The numbers in a version such as {@code v1.20.1-eksbuild.3}. */
  private static List<Integer> parts(String version) {
    return Pattern.compile("[0-9]{1,9}")
        .matcher(version)
        .results()
        .map(number -> Integer.valueOf(number.group()))
        .toList();
  }

  private static int compare(List<Integer> left, List<Integer> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
