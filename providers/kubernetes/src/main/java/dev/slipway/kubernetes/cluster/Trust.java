package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.kubeconfig.KubeContext;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whose certificates a context accepts. Where the kubeconfig names an authority it is that one
 * alone, as kubectl has it; fabric8 would read and accept all that Java comes with besides.
 */
final class Trust {
  private Trust() {}

  /**
   * @throws GeneralSecurityException if what the kubeconfig holds is no certificate
   */
  static TrustManager[] of(KubeContext context) throws GeneralSecurityException, IOException {
    Optional<String> authority = context.ofCluster("certificate-authority-data");
    return context.insecure() || authority.isEmpty()
        ? SSLUtils.trustManagers(null, null, context.insecure(), null, null)
        : only(Base64.getMimeDecoder().decode(authority.get()));
  }

  private static TrustManager[] only(byte[] pem) throws GeneralSecurityException, IOException {
    Collection<? extends Certificate> certificates =
        CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem));
    if (certificates.isEmpty()) {
      throw new CertificateException("the certificate authority's data hold no certificate");
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (Certificate certificate : certificates) {
      store.setCertificateEntry("authority-" + store.size(), certificate);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
