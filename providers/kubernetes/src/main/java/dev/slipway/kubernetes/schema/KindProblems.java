package dev.slipway.kubernetes.schema;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Nearest;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.schema.RemovedKinds.Removed;
import dev.slipway.kubernetes.schema.Validation.Checked;
import java.util.Collection;
import java.util.List;

/** What is told of kinds and versions that aren't known. */
final class KindProblems {
  private KindProblems() {}

  static Diagnostic removed(Checked checked, Removed removed) {
    ApiObject object = checked.object();
    return Diagnostic.user(
        "KUBERNETES-KIND-REMOVED",
        "Kubernetes doesn't have a kind any more",
        "%s is of %s, which Kubernetes has not had since version %s."
            .formatted(checked, object.apiVersion(), removed.since()),
        removed.instead().isEmpty()
            ? "Remove the object: nothing takes its place."
            : "Use 'apiVersion: %s', whose fields may differ; if a chart makes the object, use a newer version of the chart."
                .formatted(removed.instead()));
  }

  static Diagnostic notOffered(Checked checked, List<String> elsewhere) {
    return Diagnostic.user(
        "KUBERNETES-KIND-UNKNOWN",
        "A kind is unknown",
        "%s is of %s, which the cluster's server doesn't offer."
            .formatted(checked, checked.object().apiVersion()),
        elsewhere.isEmpty()
            ? "Switch the API on at the server (--runtime-config), or remove the object."
            : "Use 'apiVersion: %s'.".formatted(elsewhere.getLast()));
  }

  static Diagnostic unknown(
      Checked checked, boolean live, List<String> elsewhere, Collection<String> kinds) {
    ApiObject object = checked.object();
    String where = live ? "Neither the cluster nor the stack" : "Neither Kubernetes nor the stack";
    String fix =
        elsewhere.isEmpty()
            ? Nearest.to(object.kind(), kinds)
                .map(name -> "Did you mean the kind '" + name + "'?")
                .orElse(
                    "Add the CustomResourceDefinition of the kind, or the chart that brings it, to"
                        + " the stack.")
            : "The kind is there with 'apiVersion: %s'."
                .formatted(String.join("' or '", elsewhere));
    return Diagnostic.user(
        "KUBERNETES-KIND-UNKNOWN",
        "A kind is unknown",
        "%s defines the kind %s of %s, which %s is of."
            .formatted(where, object.kind(), object.apiVersion(), checked),
        fix);
  }

  static Diagnostic otherVersion(String asked, String bundled, List<String> versions) {
    return Diagnostic.environment(
        "KUBERNETES-VERSION-OTHER",
        "Slipway doesn't know this version of Kubernetes",
        "Of Kubernetes %s no schemas are bundled; those of %s stand in, and unknown fields are left to the server."
            .formatted(asked, bundled),
        "Nothing has to be done. Slipway knows " + String.join(", ", versions) + ".");
  }
}
