package dev.slipway.kubernetes.chart.lock;

/**
 * An image's name, taken apart as container runtimes do it.
 *
 * @param registry host, with its port if it has one
 * @param tag {@code latest} if the name has none
 */
record ImageName(String registry, String repository, String tag) {
  private static final String HUB = "docker.io";

  static ImageName of(String name) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
    String rest = host ? name.substring(slash + 1) : name;
    int colon = rest.lastIndexOf(':');
    boolean tagged = colon > rest.lastIndexOf('/');
    String path = tagged ? rest.substring(0, colon) : rest;
    String registry = host ? first : HUB;
    return new ImageName(
        registry,
        registry.equals(HUB) && !path.contains("/") ? "library/" + path : path,
        tagged ? rest.substring(colon + 1) : "latest");
  }

  /** The address of its manifest by the OCI Distribution Specification. */
  String address() {
    String host = registry.equals(HUB) ? "registry-1." + HUB : registry;
    boolean loopback = host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
    return (loopback ? "http://" : "https://") + host + "/v2/" + repository + "/manifests/" + tag;
  }
}
