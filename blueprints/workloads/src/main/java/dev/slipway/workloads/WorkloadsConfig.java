package dev.slipway.workloads;

import dev.slipway.engine.stack.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code workloads:} section of a stack file. */
public record WorkloadsConfig(
    @Key(
            doc = "Helm charts by the name of their release.",
            byDefault = "{}",
            example = "{web: {chart: ./charts/web}}")
        Map<String, Chart> charts,
    @Key(
            doc =
                "Files, or folders of files, with Kubernetes objects in YAML. Relative paths begin"
                    + " at the stack file's folder.",
            byDefault = "[]",
            example = "[./manifests]")
        List<String> manifests,
    @Key(
            doc =
                "The namespace of the charts and of objects that name none. Without it, the"
                    + " target's.",
            pattern = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
        Optional<String> namespace) {

  /** One Helm chart. */
  public record Chart(
      @Key(
              doc =
                  "The chart: its name within `repository`, an `oci://` address, or a folder of"
                      + " this machine, relative to the stack file's.",
              example = "./charts/web")
          String chart,
      @Key(
              doc = "Address of the chart repository, for a chart that is named by its name.",
              example = "https://charts.example.org",
              pattern = "https?://.+")
          Optional<String> repository,
      @Key(
              doc =
                  "The chart's version, or a range such as `^4.2.0`. The version and digest that"
                      + " were found first are kept in slipway.lock. Without it, the newest.",
              example = "4.2.19")
          Optional<String> version,
      @Key(
              doc = "The release's namespace. Without it, that of the workloads.",
              pattern = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
          Optional<String> namespace,
      @Key(doc = "Values over the chart's own.", byDefault = "{}") Map<String, Object> values,
      @Key(doc = "Whether the namespace is made, and removed, with the stack.", byDefault = "true")
          boolean createNamespace,
      @Key(
              doc =
                  "Whether a release of this name that Helm made is taken over. Without it, such a"
                      + " release is an error.",
              byDefault = "false")
          boolean adopt,
      @Key(doc = "Whether the chart's CustomResourceDefinitions are made.", byDefault = "true")
          boolean crds) {
    public Chart {
      if (repository.isPresent() && (chart.contains("/") || chart.startsWith("."))) {
        throw new IllegalArgumentException(
            "'repository' is for a chart that is named by its name, and '"
                + chart
                + "' is an address or a folder");
      }
    }

    /** Whether it lies on this machine. */
    public boolean isFolder() {
      return repository.isEmpty() && !chart.startsWith("oci://");
    }
  }

  public WorkloadsConfig {
    charts = Map.copyOf(charts);
    manifests = List.copyOf(manifests);
    for (String release : charts.keySet()) {
      if (!release.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?") || release.length() > 53) {
        throw new IllegalArgumentException(
            "'"
                + release
                + "' is no name for a release: lower-case letters, digits and dashes, at most 53");
      }
    }
    if (charts.isEmpty() && manifests.isEmpty()) {
      throw new IllegalArgumentException("they name neither a chart nor a manifest");
    }
  }
}
