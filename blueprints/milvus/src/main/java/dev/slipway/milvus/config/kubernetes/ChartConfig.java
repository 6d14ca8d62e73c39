package dev.slipway.milvus.config.kubernetes;

import dev.slipway.engine.stack.Key;
import java.util.Optional;

/**
 * The {@code chart:} section.
 *
 * @param name within the repository, a folder, or an {@code oci://} address
 * @param repository address; not read if the name leads to a chart by itself
 */
public record ChartConfig(
    @Key(
            doc =
                "The chart's name in the repository; or the folder of a chart, with a `/` in it,"
                    + " relative to the stack file's; or an `oci://` address.",
            byDefault = "milvus")
        String name,
    @Key(
            doc = "The address of the chart repository.",
            byDefault = "https://zilliztech.github.io/milvus-helm/")
        String repository,
    @Key(
            doc = "The chart's exact version.",
            byDefault = "4.2.19",
            pattern = "[0-9]+[.][0-9]+[.][0-9]+")
        String version,
    @Key(
            doc = "The name of the release, which the names of its objects begin with.",
            byDefault = "milvus",
            pattern = "[a-z]([-a-z0-9]{0,40}[a-z0-9])?")
        String release,
    @Key(
            doc =
                "Whether a release of this name that Helm made is taken over, with its data and its"
                    + " objects.",
            byDefault = "false")
        boolean adopt) {

  /** Whether it lies on this machine. */
  public boolean isFolder() {
    return name.contains("/") && !name.startsWith("oci://");
  }

  /** The repository, unless the name leads to the chart by itself. */
  public Optional<String> source() {
    return name.contains("/") ? Optional.empty() : Optional.of(repository);
  }

  /** Whether the chart is of this version or a later one. */
  boolean since(int major, int minor, int patch) {
    String[] parts = version.split("[.]", -1);
    int[] least = {major, minor, patch};
    for (int i = 0; i < least.length; i++) {
      int part = Integer.parseInt(parts[i]);
      if (part != least[i]) {
        return part > least[i];
      }
    }
    return true;
  }
}
