package dev.slipway.kubernetes.release;

import dev.slipway.engine.diagnostic.Diagnostic;

/** What can go wrong with the record of a release. */
final class ReleaseProblems {
  private ReleaseProblems() {}

  static Diagnostic tooLarge(ReleaseSpec spec, int bytes) {
    return Diagnostic.user(
        "KUBERNETES-RELEASE-TOO-LARGE",
        "A release is too large to be recorded",
        "Helm's record of the release "
            + spec.namespace()
            + "/"
            + spec.name()
            + " of chart "
            + spec.chart()
            + " "
            + spec.chartVersion()
            + " has "
            + bytes
            + " bytes, without the chart's templates and files and compressed. A Secret holds at"
            + " most 1048576. The objects of the chart have been made; only the record is missing.",
        "Make the values or the objects smaller: large texts in ConfigMaps and"
            + " CustomResourceDefinitions within the templates are the usual reason. Then run"
            + " 'slipway up' again.");
  }
}
