package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why there was no answer from a server. */
final class ConnectionProblems {
  private ConnectionProblems() {}

  static ProviderException of(Throwable failure, Request request, KubeContext context) {
    Optional<String> proxy = Proxies.of(context, System::getenv);
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException _ -> {
          return noHost(context, proxy);
        }
        case UnresolvedAddressException _ -> {
          return noHost(context, proxy);
        }
        case SSLException wrong -> {
          Optional<ProviderException> certificate = CertificateProblems.of(wrong, context);
          if (certificate.isPresent()) {
            return certificate.get();
          }
        }
        case NoRouteToHostException _ -> {
          return unreachable(context, proxy, "there is no route to it");
        }
        case HttpTimeoutException _ -> {
          return timeout(request, context, proxy);
        }
        case TimeoutException _ -> {
          return timeout(request, context, proxy);
        }
        default -> {}
      }
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return unreachable(context, proxy, "nothing listens there (connection refused)");
      }
    }
    return dropped(failure, request, context, proxy);
  }

  /** There is certainly no such cluster. */
  static ProviderException absent(String which) {
    return ProviderException.refused(
        Diagnostic.environment(
            "KUBERNETES-NO-CLUSTER",
            "The cluster does not exist",
            "There is no %s, or it is still being made, so nothing can be asked of it."
                .formatted(which),
            "If the stack makes the cluster, run the same command again when it is there."));
  }

  /** Whether it is certain that there is no cluster. */
  static boolean isCertainAbsence(ProviderException failure) {
    return failure.first().code().equals("KUBERNETES-NO-CLUSTER");
  }

  /** Whether it may be that there is no server, rather than that one refuses. */
  static boolean isAbsence(ProviderException failure) {
    String code = failure.first().code();
    return code.equals("KUBERNETES-UNREACHABLE")
        || code.equals("KUBERNETES-NO-HOST")
        || code.equals("KUBERNETES-TIMEOUT");
  }

  static ProviderException interrupted(KubeContext context) {
    return ProviderException.cancelled(
        Diagnostic.environment(
            "KUBERNETES-CANCELLED",
            "A call to the cluster was given up",
            "A call to the API server at %s was given up, since the command was stopped."
                .formatted(context.server()),
            "Repeat the command; it goes on from where it stopped."));
  }

  private static ProviderException noHost(KubeContext context, Optional<String> proxy) {
    return ProviderException.refused(
        Diagnostic.environment(
            "KUBERNETES-NO-HOST",
            "The cluster's host name is not known",
            "The name in %s can't be resolved%s. It is the server of %s."
                .formatted(context.server(), through(proxy), context),
            "If the cluster was removed or made anew, write its entry in the kubeconfig anew. If it"
                + " is private, connect to its network (VPN). Or choose another context:\n"
                + "  kubectl config get-contexts"));
  }

  private static ProviderException unreachable(
      KubeContext context, Optional<String> proxy, String why) {
    return ProviderException.passing(
        Diagnostic.environment(
            "KUBERNETES-UNREACHABLE",
            "The cluster can't be reached",
            "There is no connection to %s%s: %s. It is the server of %s."
                .formatted(context.server(), through(proxy), why, context),
            "Start the cluster, or mend the address, or choose another context:\n"
                + "  kubectl config get-contexts"));
  }

  private static ProviderException timeout(
      Request request, KubeContext context, Optional<String> proxy) {
    return ProviderException.passing(
        Diagnostic.environment(
            "KUBERNETES-TIMEOUT",
            "The cluster does not answer in time",
            "%s didn't answer in time%s (%s %s, %s). It is the server of %s."
                .formatted(
                    context.server(),
                    through(proxy),
                    request.method(),
                    request.path(),
                    request.about(),
                    context),
            "A firewall, or a network that isn't connected (VPN), often drops packets without an"
                + " answer. See whether kubectl reaches it:\n  kubectl --context "
                + context.name()
                + " version"));
  }

  private static ProviderException dropped(
      Throwable failure, Request request, KubeContext context, Optional<String> proxy) {
    return ProviderException.passing(
        Diagnostic.environment(
            "KUBERNETES-DROPPED",
            "The connection to the cluster broke",
            "The connection to %s%s broke while it was asked to %s %s: %s."
                .formatted(
                    context.server(),
                    through(proxy),
                    request.verb(),
                    request.about(),
                    failure.getMessage() == null
                        ? failure.getClass().getSimpleName()
                        : failure.getMessage()),
            "The API server may be restarting. Repeat the command; it goes on from where it"
                + " stopped."));
  }

  private static String through(Optional<String> proxy) {
    // A proxy's address may hold a password.
    return proxy
        .map(address -> " through the proxy " + address.replaceAll("//[^/@]*@", "//"))
        .orElse("");
  }
}
