package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.List;
import java.util.stream.Collectors;

/** What others have done, or hold. */
final class ConflictProblems {
  private ConflictProblems() {}

  static ProviderException of(ApiObject status, String message, Request request) {
    List<Rejections.Cause> fields =
        Rejections.causes(status).stream()
            .filter(cause -> cause.is("FieldManagerConflict"))
            .toList();
    if (!fields.isEmpty()) {
      return fields(fields, request);
    }
    if (status.text("reason").filter("AlreadyExists"::equals).isPresent()) {
      return ProviderException.refused(
          Diagnostic.environment(
              "KUBERNETES-EXISTS",
              "The object is there already",
              "%s can't be made, since it is there already.".formatted(request.about()),
              "Give it another name, or remove the one that is there if nobody needs it."));
    }
    return ProviderException.passing(
        Diagnostic.environment(
            "KUBERNETES-CHANGED-MEANWHILE",
            "The object was changed meanwhile",
            "%s could not be changed, since somebody else changed it at the same time: %s."
                .formatted(request.about(), message),
            "Repeat the command."));
  }

  private static ProviderException fields(List<Rejections.Cause> fields, Request request) {
    String lines =
        fields.stream()
            .map(field -> "  %s: %s".formatted(field.field(), manager(field.message())))
            .collect(Collectors.joining("\n"));
    return ProviderException.refused(
        Diagnostic.environment(
            "KUBERNETES-CONFLICT",
            "Fields are managed by somebody else",
            "%s has fields whose values others set, and want to keep:\n%s"
                .formatted(request.about(), lines),
            "Leave these fields out of the object, so that the other manager keeps them; or take"
                + " them from it for good with 'conflicts: take' in the target of the stack"
                + " file."));
  }

  /** {@code conflict with "kubectl-client-side-apply" using apps/v1} names the manager. */
  private static String manager(String message) {
    return message.startsWith("conflict with ")
        ? message.substring("conflict with ".length())
        : message;
  }

  /** A JSON Patch whose tests fail, or whose paths aren't there; the server doesn't say which. */
  static ProviderException patch(Request request) {
    return ProviderException.refused(
        Diagnostic.environment(
            "KUBERNETES-PATCH",
            "The object is not as it was when it was looked at",
            "%s could not be changed, since a field that was to be changed is not there any more, or has another value."
                .formatted(request.about()),
            "Repeat the command; Slipway looks at the object again."));
  }

  static ProviderException budget(ApiObject status, String message, Request request) {
    String why =
        Rejections.causes(status).stream()
            .filter(cause -> cause.is("DisruptionBudget"))
            .map(Rejections.Cause::message)
            .findFirst()
            .orElse(message);
    return ProviderException.passing(
        Diagnostic.environment(
            "KUBERNETES-DISRUPTION-BUDGET",
            "A PodDisruptionBudget does not allow the eviction",
            "%s can't be evicted: %s.".formatted(request.about(), why),
            "Wait until more of its pods are ready, or change the budget:\n"
                + "  kubectl get poddisruptionbudget%s"
                    .formatted(
                        request
                            .about()
                            .namespace()
                            .map(space -> " --namespace " + space)
                            .orElse(""))));
  }
}
