package dev.slipway.lab.kubernetes;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes kubeconfigs with one cluster, one user and one context, all named {@code lab}. */
final class Kubeconfig {
  private Kubeconfig() {}

  static String of(URI server, Credential user) {
    return """
    apiVersion: v1
    kind: Config
    clusters:
    - name: lab
      cluster:
        server: %s
        certificate-authority-data: %s
    users:
    - name: lab
      user:
        client-certificate-data: %s
        client-key-data: %s
    contexts:
    - name: lab
      context: {cluster: lab, user: lab}
    current-context: lab
    """
        .formatted(
            server,
            base64(user.authorityPem()),
            base64(user.certificatePem()),
            base64(user.keyPem()));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
