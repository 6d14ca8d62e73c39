package dev.slipway.kubernetes.chart.helm;

import java.util.Locale;

/**
 * The pinned Helm for one kind of machine.
 *
 * @param system {@code linux} or {@code darwin}
 * @param architecture {@code amd64} or {@code arm64}
 */
record HelmRelease(String system, String architecture) {
  /** The only version that charts are rendered with. */
  static final String VERSION = "4.3.1";

  /** Where Helm's project publishes its archives, each with a file of its SHA-256 digest. */
  static final String OFFICIAL = "https://get.helm.sh";

  static HelmRelease here() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return new HelmRelease(
        system.contains("mac") ? "darwin" : "linux",
        architecture.equals("aarch64") || architecture.equals("arm64") ? "arm64" : "amd64");
  }

  String archive() {
    return "helm-v" + VERSION + "-" + system + "-" + architecture + ".tar.gz";
  }

  /** Name of the program within the archive. */
  String entry() {
    return system + "-" + architecture + "/helm";
  }

  String checksumFile() {
    return archive() + ".sha256sum";
  }
}
