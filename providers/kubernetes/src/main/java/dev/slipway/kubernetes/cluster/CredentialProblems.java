package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.kubeconfig.Exec;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import java.time.Duration;
import java.util.List;

/** What can be wrong with a user's credentials. */
final class CredentialProblems {
  /** How many of a program's last lines are shown. */
  private static final int LINES = 5;

  private CredentialProblems() {}

  /** The server doesn't know who asks. */
  static ProviderException unauthorized(KubeContext context) {
    String user =
        context.userName().isEmpty()
            ? "The context '%s' names no user".formatted(context.name())
            : "It doesn't accept the credentials of the user '%s' of the context '%s'"
                .formatted(context.userName(), context.name());
    return environment(
        "KUBERNETES-UNAUTHORIZED",
        "The cluster does not accept the credentials",
        "The API server at %s answered 401 (Unauthorized). %s (%s); they have expired, or belong to another cluster."
            .formatted(context.server(), user, context.origin()),
        renewal(context));
  }

  /** Certificates, keys or addresses that no connection can be made with. */
  static ProviderException unusable(KubeContext context, Exception why) {
    return user(
        "KUBERNETES-CREDENTIALS-UNUSABLE",
        "The kubeconfig's certificates or addresses can't be used",
        "No connection can be made with the context '%s' (%s): %s."
            .formatted(context.name(), context.origin(), words(why)),
        "Mend the entries of the cluster '%s' and the user '%s' in the kubeconfig, or write them anew."
            .formatted(context.clusterName(), context.userName()));
  }

  static ProviderException tokenFile(KubeContext context, String file) {
    return user(
        "KUBERNETES-TOKEN-FILE",
        "The token's file can't be read",
        "The user '%s' of the context '%s' has a token in %s, which can't be read."
            .formatted(context.userName(), context.name(), file),
        "Put the token there, or choose another context.");
  }

  static ProviderException execMissing(KubeContext context, Exec exec) {
    return environment(
        "KUBERNETES-EXEC-MISSING",
        "The program that gives credentials can't be run",
        "The user '%s' of the context '%s' (%s) gets credentials from '%s', but there is no such program on the PATH, or it can't be run."
            .formatted(context.userName(), context.name(), context.origin(), exec.command()),
        exec.installHint().isEmpty()
            ? "Install '%s', and repeat the command.".formatted(exec.command())
            : "The kubeconfig says: " + exec.installHint());
  }

  static ProviderException execFailed(KubeContext context, Exec exec, int exit, String errors) {
    List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
    String said =
        lines.isEmpty()
            ? "It said nothing."
            : "It said:\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    return environment(
        "KUBERNETES-EXEC-FAILED",
        "The program that gives credentials failed",
        "The user '%s' of the context '%s' (%s) gets credentials from '%s', which ended with exit code %d. %s"
            .formatted(
                context.userName(), context.name(), context.origin(), exec.line(), exit, said),
        "Sign in with it as its makers say (for Amazon EKS, 'aws sso login' or new access keys),"
            + " until this succeeds:\n  "
            + exec.line());
  }

  static ProviderException execSlow(KubeContext context, Exec exec, Duration waited) {
    return environment(
        "KUBERNETES-EXEC-SLOW",
        "The program that gives credentials does not end",
        "The user '%s' of the context '%s' (%s) gets credentials from '%s', which didn't end within %d seconds."
            .formatted(
                context.userName(),
                context.name(),
                context.origin(),
                exec.line(),
                waited.toSeconds()),
        "It may be waiting for you to sign in. Sign in by running it yourself:\n  " + exec.line());
  }

  static ProviderException execUnclear(KubeContext context, Exec exec) {
    return environment(
        "KUBERNETES-EXEC-UNCLEAR",
        "The program that gives credentials gave none",
        "The user '%s' of the context '%s' (%s) gets credentials from '%s', which succeeded without writing an ExecCredential with a status."
            .formatted(context.userName(), context.name(), context.origin(), exec.line()),
        "Look at what it writes:\n  " + exec.line());
  }

  private static String renewal(KubeContext context) {
    if (context.exec().isPresent()) {
      return "They come from a program. Sign in anew with what it needs, and see whether it gives"
          + " valid ones:\n  "
          + context.exec().get().line();
    }
    String how =
        context.ofUser("client-certificate-data").isPresent()
            ? "The user has a client certificate. Let whoever runs the cluster issue a new one"
                + " (with kubeadm: 'kubeadm certs renew admin.conf')"
            : "Let whoever runs the cluster give you a new token";
    return how
        + ", put it into the kubeconfig, and see whether it is accepted:\n  kubectl --context "
        + context.name()
        + " auth whoami";
  }

  private static String words(Exception why) {
    Throwable deepest = why;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
  }

  private static ProviderException environment(
      String code, String summary, String detail, String fix) {
    return ProviderException.refused(Diagnostic.environment(code, summary, detail, fix));
  }

  private static ProviderException user(String code, String summary, String detail, String fix) {
    return ProviderException.refused(Diagnostic.user(code, summary, detail, fix));
  }
}
