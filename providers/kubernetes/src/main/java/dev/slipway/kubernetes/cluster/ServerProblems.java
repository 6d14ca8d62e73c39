package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.kubeconfig.KubeContext;

/** What keeps a server from answering as it should. */
final class ServerProblems {
  private ServerProblems() {}

  static ProviderException busy(Answer answer, Request request, KubeContext context) {
    return new ProviderException(
        Diagnostic.environment(
            "KUBERNETES-BUSY",
            "The cluster has too much to do",
            "%s answered %d when it was asked to %s %s: %s"
                .formatted(
                    context.server(),
                    answer.code(),
                    request.verb(),
                    request.about(),
                    answer.message()),
            "Slipway waited and asked again, several times. See what the API server is busy with,"
                + " and repeat the command:\n  kubectl --context "
                + context.name()
                + " get --raw='/readyz?verbose'"),
        ProviderException.Retry.THROTTLED,
        answer.retryAfter());
  }

  static ProviderException failed(Answer answer, Request request, KubeContext context) {
    return new ProviderException(
        Diagnostic.environment(
            "KUBERNETES-SERVER-FAILED",
            "The cluster's API server fails",
            "%s answered %d when it was asked to %s %s: %s"
                .formatted(
                    context.server(),
                    answer.code(),
                    request.verb(),
                    request.about(),
                    answer.message()),
            "See how the API server is, and repeat the command; it goes on from where it"
                + " stopped:\n  kubectl --context "
                + context.name()
                + " get --raw='/readyz?verbose'"),
        ProviderException.Retry.BACKOFF,
        answer.retryAfter());
  }

  static ProviderException expired(Request request) {
    return ProviderException.passing(
        Diagnostic.environment(
            "KUBERNETES-LIST-EXPIRED",
            "The list changed while it was read",
            "%s could not be listed to the end, since the server forgot the moment that it was listed at."
                .formatted(request.about()),
            "Repeat the command."));
  }

  static ProviderException refused(
      Answer answer, String reason, Request request, KubeContext context) {
    return ProviderException.refused(
        Diagnostic.environment(
            "KUBERNETES-REFUSED",
            "The cluster refuses",
            "%s answered %d%s when it was asked to %s %s: %s"
                .formatted(
                    context.server(),
                    answer.code(),
                    reason.isEmpty() ? "" : " (" + reason + ")",
                    request.verb(),
                    request.about(),
                    answer.message()),
            "Look whether an API server of Kubernetes, and not a proxy or another server, listens"
                + " there:\n  kubectl --context "
                + context.name()
                + " version"));
  }
}
