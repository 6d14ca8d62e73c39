package dev.slipway.kubernetes.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Kubernetes; what a distribution puts behind the numbers doesn't count. */
record KubernetesVersion(int major, int minor, Optional<Integer> patch) {
  private static final Pattern FORM =
      Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?:[-+].*)?");

  /**
   * Reads a version.
   *
   * @throws IllegalArgumentException if it isn't of the form {@code 1.34} or {@code 1.34.4}
   */
  static KubernetesVersion parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a version of Kubernetes: '" + text + "'");
    }
    return new KubernetesVersion(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Optional.ofNullable(matcher.group(3)).map(Integer::valueOf));
  }

  boolean sameMinor(KubernetesVersion other) {
    return major == other.major && minor == other.minor;
  }

  /** The one among versions whose minor version is nearest. */
  String nearest(List<String> versions) {
    return versions.stream()
        .min(Comparator.comparingInt(version -> distance(parse(version))))
        .orElseThrow();
  }

  private int distance(KubernetesVersion other) {
    return Math.abs((major - other.major) * 10_000 + minor - other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch.orElse(0);
  }
}
