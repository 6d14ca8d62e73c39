package dev.slipway.aws.eks.cluster;

import dev.slipway.aws.eks.EksProblems;

/** The steps that a cluster's version can take. */
final class ClusterVersion {
  private ClusterVersion() {}

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if EKS doesn't take a cluster from
   *     one version to the other
   */
  static void requireStep(String cluster, String from, String to) {
    int[] before = parts(from);
    int[] after = parts(to);
    boolean same = from.equals(to);
    if (!same && !(before[0] == after[0] && after[1] == before[1] + 1)) {
      throw EksProblems.versionStep(cluster, from, to).asException();
    }
  }

  /** Major and minor; what isn't a version is one that no step leads to. */
  private static int[] parts(String version) {
    if (!version.matches("[0-9]{1,4}\\.[0-9]{1,4}")) {
      return new int[] {-1, -1};
    }
    String[] words = version.split("\\.", 2);
    return new int[] {Integer.parseInt(words[0]), Integer.parseInt(words[1])};
  }
}
