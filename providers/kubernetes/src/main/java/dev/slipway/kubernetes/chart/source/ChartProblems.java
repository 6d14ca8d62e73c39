package dev.slipway.kubernetes.chart.source;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Nearest;
import dev.slipway.kubernetes.chart.ChartSpec;
import java.util.List;

/** What can keep a chart from being had. */
final class ChartProblems {
  private ChartProblems() {}

  static Diagnostic noChart(ChartSpec chart, String why) {
    return Diagnostic.user(
        "CHART-NOT-FOUND",
        "A chart is not where it should be",
        "The release %s wants the chart %s%s. %s"
            .formatted(
                chart.release(),
                chart.chart(),
                chart.repository().map(address -> " of " + address).orElse(""),
                why),
        "Name a folder with a Chart.yaml, an address that begins with oci://, or a chart of a"
            + " repository together with the repository's address.");
  }

  /**
   * @param there versions that there are, newest first; empty if they aren't known
   */
  static Diagnostic noVersion(ChartSpec chart, List<String> there) {
    String wanted = chart.version().orElse("");
    String listed =
        there.isEmpty()
            ? "Its repository doesn't tell which there are."
            : "The newest are " + String.join(", ", there.stream().limit(5).toList()) + ".";
    return Diagnostic.user(
        "CHART-VERSION-NOT-FOUND",
        "A chart has no such version",
        "The release %s wants version %s of the chart %s, which there is not. %s"
            .formatted(chart.release(), wanted, chart.chart(), listed),
        Nearest.to(wanted, there)
            .map(near -> "The nearest version is " + near + ".")
            .orElse("Set version to one that there is, or to a range such as ^1.2.0."));
  }

  static Diagnostic unreachable(ChartSpec chart, String why) {
    return Diagnostic.environment(
        "CHART-REPOSITORY-UNREACHABLE",
        "A chart repository can't be reached",
        "The chart %s of the release %s can't be fetched from %s: %s"
            .formatted(
                chart.chart(),
                chart.release(),
                chart.repository().orElse(chart.chart()),
                why.strip()),
        "Make sure that the address is right and can be reached from here, or name a mirror for it"
            + " with --mirror FROM=TO or in the target's key 'mirror'.");
  }

  static Diagnostic changed(ChartSpec chart, String file, String expected, String found) {
    return Diagnostic.environment(
        "CHART-DIGEST",
        "A chart is not the one that was locked",
        "%s has locked the chart %s of the release %s to the SHA-256 digest %s, but the repository now serves %s under the same version."
            .formatted(file, chart.chart(), chart.release(), expected, found),
        "If the chart's maker tells of the change, remove the chart's entry from "
            + file
            + " and plan again. Otherwise don't use it.");
  }

  static Diagnostic unreadable(ChartSpec chart, Exception cause) {
    return Diagnostic.user(
        "CHART-UNREADABLE",
        "A chart can't be read",
        "The chart %s of the release %s can't be read: %s."
            .formatted(chart.chart(), chart.release(), cause.getMessage()),
        "Make sure that it is a folder with a Chart.yaml, or an archive that 'helm package' made.");
  }
}
