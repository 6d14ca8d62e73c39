package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What can be wrong with a server's certificate. */
final class CertificateProblems {
  private CertificateProblems() {}

  static Optional<ProviderException> of(SSLException failure, KubeContext context) {
    CertificateException certificate = null;
    boolean unknown = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case CertificateExpiredException expired -> {
          return Optional.of(expired(context, "expired: " + expired.getMessage()));
        }
        case CertificateNotYetValidException early -> {
          return Optional.of(expired(context, "not valid yet: " + early.getMessage()));
        }
        case CertPathBuilderException _ -> unknown = true;
        case CertPathValidatorException _ -> unknown = true;
        case CertificateException other -> certificate = other;
        default -> {}
      }
    }
    if (unknown) {
      return Optional.of(unknown(context));
    }
    if (certificate != null) {
      return Optional.of(otherName(context, certificate));
    }
    return failure.getMessage() == null || !failure.getMessage().contains("plaintext")
        ? Optional.empty()
        : Optional.of(plaintext(context));
  }

  private static ProviderException unknown(KubeContext context) {
    boolean own = context.ofCluster("certificate-authority-data").isPresent();
    return refused(
        "KUBERNETES-CERTIFICATE-UNKNOWN",
        "The cluster's certificate is signed by an unknown authority",
        "%s shows a certificate that wasn't signed by %s. It is the server of %s."
            .formatted(
                context.server(),
                own ? "the authority in the kubeconfig" : "an authority that this machine knows",
                context),
        "If the cluster was made anew, write its entry in the kubeconfig anew, with the new"
            + " 'certificate-authority-data'. If it wasn't, somebody may be listening in.");
  }

  private static ProviderException expired(KubeContext context, String what) {
    return refused(
        "KUBERNETES-CERTIFICATE-EXPIRED",
        "The cluster's certificate is not valid at this time",
        "The certificate of %s is %s. It is the server of %s."
            .formatted(context.server(), what, context),
        "See that this machine's clock is right. Otherwise whoever runs the cluster must renew its"
            + " certificates; with kubeadm, on each control plane node:\n"
            + "  kubeadm certs renew all");
  }

  private static ProviderException otherName(KubeContext context, CertificateException why) {
    return refused(
        "KUBERNETES-CERTIFICATE-NAME",
        "The cluster's certificate is for another name",
        "The certificate of %s doesn't fit that address: %s. It is the server of %s."
            .formatted(context.server(), why.getMessage(), context),
        "Use an address that the certificate names as the 'server' in the kubeconfig, or let"
            + " whoever runs the cluster add this one to the certificate.");
  }

  private static ProviderException plaintext(KubeContext context) {
    return refused(
        "KUBERNETES-NOT-TLS",
        "The server does not speak TLS",
        "What listens at %s doesn't speak TLS. It is the server of %s."
            .formatted(context.server(), context),
        "Mend the address or the port in the kubeconfig.");
  }

  private static ProviderException refused(String code, String summary, String detail, String fix) {
    return ProviderException.refused(Diagnostic.environment(code, summary, detail, fix));
  }
}
