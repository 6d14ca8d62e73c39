package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Nearest;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.Optional;

/** What isn't there. */
final class AbsenceProblems {
  private AbsenceProblems() {}

  static ProviderException of(ApiObject status, Request request, KubeContext context) {
    Optional<String> missing = status.text("details", "name");
    if (missing.isEmpty()) {
      return kind(request.about().apiVersion(), request.about().kind(), List.of(), context.name());
    }
    if (status.text("details", "kind").filter("namespaces"::equals).isPresent()
        && !request.about().kind().equals("Namespace")) {
      return ProviderException.refused(
          Diagnostic.environment(
              "KUBERNETES-NO-NAMESPACE",
              "The namespace is not there",
              "%s can't be made, since there is no namespace '%s'."
                  .formatted(request.about(), missing.get()),
              "Make it part of the stack, or make it with:\n  kubectl create namespace "
                  + missing.get()));
    }
    return ProviderException.refused(
        Diagnostic.environment(
            "KUBERNETES-GONE",
            "The object is not there any more",
            "%s is not there; somebody removed it meanwhile (%s)."
                .formatted(request.about(), status.text("message").orElse("not found")),
            "Repeat the command; Slipway makes it again."));
  }

  /** Only kinds whose own name is near count, not those that share little but the version. */
  private static Optional<String> nearest(String wanted, List<String> known) {
    String kind = wanted.substring(wanted.lastIndexOf('/') + 1);
    List<String> kinds =
        known.stream().map(name -> name.substring(name.lastIndexOf('/') + 1)).toList();
    return Nearest.to(kind, kinds)
        .flatMap(
            near ->
                Nearest.to(
                        wanted, known.stream().filter(name -> name.endsWith("/" + near)).toList())
                    .or(
                        () ->
                            known.stream().filter(name -> name.endsWith("/" + near)).findFirst()));
  }

  /**
   * A kind that the server doesn't know.
   *
   * @param known the kinds that it knows, by {@code apiVersion/kind}
   */
  static ProviderException kind(
      String apiVersion, String kind, List<String> known, String context) {
    String wanted = apiVersion + "/" + kind;
    List<String> others =
        known.stream().filter(name -> name.endsWith("/" + kind)).sorted().toList();
    String fix;
    if (!others.isEmpty()) {
      fix = "The cluster has that kind as %s.".formatted(String.join(", ", others));
    } else {
      fix =
          nearest(wanted, known).map("Did you mean %s? "::formatted).orElse("")
              + "If it is a custom resource, its CustomResourceDefinition must be part of the"
              + " stack, or be installed with its operator before. The cluster's kinds:\n"
              + "  kubectl --context "
              + context
              + " api-resources";
    }
    return ProviderException.refused(
        Diagnostic.user(
            "KUBERNETES-NO-KIND",
            "The cluster does not know the kind",
            "The API server knows no kind '%s' of the version '%s'.".formatted(kind, apiVersion),
            fix));
  }
}
