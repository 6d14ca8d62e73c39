package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import dev.slipway.kubernetes.object.ApiObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a request is forbidden. */
final class AccessProblems {
  private static final Pattern DENIED =
      Pattern.compile(
          "User \"([^\"]*)\" cannot (\\S+) resource \"([^\"]*)\" in API group \"([^\"]*)\""
              + "(?: in the namespace \"([^\"]*)\")?(?: at the cluster scope)?");
  private static final Pattern QUOTA = Pattern.compile("exceeded quota: ([^,]+), (.*)");

  private AccessProblems() {}

  static ProviderException of(Answer answer, Request request, KubeContext context) {
    ApiObject status = answer.object();
    String message = answer.message();
    if (Rejections.causes(status).stream().anyMatch(cause -> cause.is("NamespaceTerminating"))
        || message.contains("because it is being terminated")) {
      return terminating(request);
    }
    Matcher quota = QUOTA.matcher(message);
    if (quota.find()) {
      return quota(quota.group(1), quota.group(2), request);
    }
    Matcher denied = DENIED.matcher(message);
    if (denied.find()) {
      return denied(denied, message, request, context);
    }
    return refused(
        "KUBERNETES-ADMISSION",
        "The cluster's admission rules do not allow it",
        "The API server refuses to %s %s: %s.".formatted(request.verb(), request.about(), message),
        "Change the object so that the rule allows it, or let whoever runs the cluster change the"
            + " rule.");
  }

  private static ProviderException denied(
      Matcher denied, String message, Request request, KubeContext context) {
    String verb = denied.group(2);
    String resource = denied.group(3);
    String group = denied.group(4);
    String namespace = denied.group(5);
    String dotted = group.isEmpty() ? resource : resource + "." + group;
    String where =
        namespace == null
            ? "in the cluster as a whole"
            : "in the namespace '%s'".formatted(namespace);
    int said = message.lastIndexOf(": RBAC:");
    return refused(
        "KUBERNETES-FORBIDDEN",
        "The cluster does not allow it",
        "The user '%s' (context '%s') may not %s %s %s; this was needed to %s %s.%s"
            .formatted(
                denied.group(1),
                context.name(),
                verb,
                dotted,
                where,
                request.verb(),
                request.about(),
                said < 0 ? "" : " The server adds" + message.substring(said) + "."),
        """
        Whoever runs the cluster must bind a %s with this rule to the user:
          - apiGroups: ["%s"]
            resources: ["%s"]
            verbs: ["%s"]
        Afterwards this answers yes:
          kubectl --context %s auth can-i %s %s%s\
        """
            .formatted(
                namespace == null ? "ClusterRole" : "Role (namespace %s)".formatted(namespace),
                group,
                resource,
                verb,
                context.name(),
                verb,
                canI(dotted),
                namespace == null ? "" : " --namespace " + namespace));
  }

  /** {@code pods/log} is asked for as {@code pods --subresource=log}. */
  private static String canI(String dotted) {
    int slash = dotted.indexOf('/');
    if (slash < 0) {
      return dotted;
    }
    int dot = dotted.indexOf('.', slash);
    return dot < 0
        ? dotted.substring(0, slash) + " --subresource=" + dotted.substring(slash + 1)
        : dotted.substring(0, slash)
            + dotted.substring(dot)
            + " --subresource="
            + dotted.substring(slash + 1, dot);
  }

  private static ProviderException terminating(Request request) {
    String namespace = request.about().namespace().orElse("");
    return ProviderException.passing(
        Diagnostic.environment(
            "KUBERNETES-NAMESPACE-TERMINATING",
            "The namespace is being removed",
            "%s can't be made, since the namespace '%s' is being removed."
                .formatted(request.about(), namespace),
            "Wait until it is gone and repeat the command. If it stays, its conditions say what"
                + " holds it:\n  kubectl get namespace "
                + namespace
                + " -o jsonpath='{range .status.conditions[*]}{.message}{\"\\n\"}{end}'"));
  }

  private static ProviderException quota(String name, String numbers, Request request) {
    return refused(
        "KUBERNETES-QUOTA",
        "The namespace's quota is used up",
        "%s does not fit into the ResourceQuota '%s': %s."
            .formatted(request.about(), name, numbers),
        "Ask for less, remove what isn't needed, or let whoever runs the cluster raise the quota:\n"
            + "  kubectl describe resourcequota %s%s"
                .formatted(
                    name,
                    request.about().namespace().map(space -> " --namespace " + space).orElse("")));
  }

  private static ProviderException refused(String code, String summary, String detail, String fix) {
    return ProviderException.refused(Diagnostic.environment(code, summary, detail, fix));
  }
}
