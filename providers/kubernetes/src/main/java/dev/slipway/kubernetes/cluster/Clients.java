package dev.slipway.kubernetes.cluster;

import dev.slipway.kubernetes.kubeconfig.KubeContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;

/** Opens HTTP clients. */
final class Clients {
  private static final int CONNECT_MILLIS = 10_000;

  /** 1.2.840.113549.1.1.1 as it stands in a key of PKCS #8. */
  private static final String RSA = "*\u0086H\u0086\u00f7\r\u0001\u0001\u0001";

  /** Of a key store that is never written. */
  private static final String IN_MEMORY = "slipway";

  private Clients() {}

  /**
   * @param http1 whether each request has a connection of its own, instead of all sharing one
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if the certificates in the context
   *     can't be used, or its program gives no credentials
   */
  static HttpClient open(KubeContext context, boolean http1) {
    Optional<ExecCredentials> exec =
        context.exec().map(plugin -> new ExecCredentials(context, plugin));
    try {
      JdkHttpClientFactory factory = factory(context);
      HttpClient.Builder builder = factory.newBuilder(config(context, http1));
      builder.sslContext(keys(context, exec), Trust.of(context));
      // Fabric8's own interceptor would read the kubeconfig of the environment again.
      return builder.addOrReplaceInterceptor("TOKEN", new Login(context, exec)).build();
    } catch (KubernetesClientException
        | IllegalArgumentException
        | GeneralSecurityException
        | IOException unusable) {
      throw CredentialProblems.unusable(context, unusable);
    }
  }

  /** Fabric8 leaves out the name that the server's certificate is expected to have. */
  private static JdkHttpClientFactory factory(KubeContext context) {
    Optional<String> name = context.ofCluster("tls-server-name");
    KeptClient kept = new KeptClient();
    return new JdkHttpClientFactory() {
      @Override
      protected java.net.http.HttpClient.Builder createNewHttpClientBuilder() {
        return kept;
      }

      @Override
      protected void closeHttpClient(JdkHttpClientImpl client) {
        kept.close();
      }

      @Override
      protected void additionalConfig(java.net.http.HttpClient.Builder builder) {
        if (name.isPresent()) {
          SSLParameters parameters = new SSLParameters();
          parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
          parameters.setServerNames(List.of(new SNIHostName(name.get())));
          builder.sslParameters(parameters);
        }
      }
    };
  }

  /** The certificate by which the user is known, if there is one. */
  private static KeyManager[] keys(KubeContext context, Optional<ExecCredentials> exec)
      throws GeneralSecurityException, IOException {
    Optional<String> certificate = exec.flatMap(ExecCredentials::certificate).map(Clients::base64);
    Optional<String> key = exec.flatMap(ExecCredentials::key).map(Clients::base64);
    Optional<String> clientKey = context.ofUser("client-key-data").or(() -> key);
    return SSLUtils.keyManagers(
        context.ofUser("client-certificate-data").or(() -> certificate).orElse(null),
        null,
        clientKey.orElse(null),
        null,
        clientKey.map(Clients::algorithm).orElse(null),
        IN_MEMORY,
        null,
        null);
  }

  /**
   * Without certificates: keys and {@link Trust} are put in the place of fabric8's before a client
   * is built. It is told to trust everybody only so that it doesn't read all authorities of Java.
   */
  private static Config config(KubeContext context, boolean http1) {
    ConfigBuilder config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl(context.server())
            .withTrustCerts(true)
            .withDisableHostnameVerification(context.insecure())
            .withConnectionTimeout(CONNECT_MILLIS)
            .withRequestTimeout(0)
            .withHttp2Disable(http1)
            .withRequestRetryBackoffLimit(0)
            .withUserAgent("slipway");
    Proxies.of(context, System::getenv)
        .ifPresent(proxy -> config.withHttpProxy(proxy).withHttpsProxy(proxy));
    return config.build();
  }

  /** The algorithm of a private key, which fabric8 wants to be told. */
  private static String algorithm(String base64) {
    String pem = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.US_ASCII);
    String body = pem.replaceAll("-----[^-]*-----", "");
    String der = new String(Base64.getMimeDecoder().decode(body), StandardCharsets.ISO_8859_1);
    return pem.contains("BEGIN RSA PRIVATE KEY") || der.contains(RSA) ? "RSA" : "EC";
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
