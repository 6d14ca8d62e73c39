package dev.slipway.kubernetes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.Test;

class CertificateProblemsTest {
  private static final Duration MONTH = Duration.ofDays(30);

  private final TestAuthority authority = new TestAuthority();
  private final GeneralName loopback = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
  private final GeneralName elsewhere = new GeneralName(GeneralName.dNSName, "elsewhere.example");

  @Test
  void aGoodCertificateIsAccepted() throws Exception {
    Diagnostic accepted = problem(authority.server(loopback, MONTH), authority.data());
    assertThat(accepted.code()).isEqualTo("KUBERNETES-REFUSED");
    assertThat(accepted.detail()).contains("answered 404");
  }

  @Test
  void anyAuthorityOfABundleIsAccepted() throws Exception {
    Base64.Decoder base64 = Base64.getDecoder();
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(base64.decode(new TestAuthority().data()));
    both.writeBytes(base64.decode(authority.data()));
    String bundle = Base64.getEncoder().encodeToString(both.toByteArray());
    assertThat(problem(authority.server(loopback, MONTH), bundle).code())
        .isEqualTo("KUBERNETES-REFUSED");
  }

  @Test
  void anAuthorityWithoutACertificateIsTold() throws Exception {
    assertThat(problem(authority.server(loopback, MONTH), "eA==").code())
        .isEqualTo("KUBERNETES-CREDENTIALS-UNUSABLE");
  }

  @Test
  void anUnknownAuthorityIsTold() throws Exception {
    assertThat(problem(authority.server(loopback, MONTH), new TestAuthority().data()).code())
        .isEqualTo("KUBERNETES-CERTIFICATE-UNKNOWN");
  }

  @Test
  void anExpiredCertificateIsTold() throws Exception {
    Diagnostic problem = problem(authority.server(loopback, MONTH.negated()), authority.data());
    assertThat(problem.code()).isEqualTo("KUBERNETES-CERTIFICATE-EXPIRED");
    assertThat(problem.detail()).contains("expired").contains("context 'lab'");
  }

  @Test
  void aCertificateForAnotherNameIsTold() throws Exception {
    Diagnostic problem = problem(authority.server(elsewhere, MONTH), authority.data());
    assertThat(problem.code()).isEqualTo("KUBERNETES-CERTIFICATE-NAME");
    assertThat(problem.detail()).contains("127.0.0.1");
  }

  @Test
  void aNameThatTheKubeconfigExpectsIsAccepted() throws Exception {
    assertThat(
            problem(
                    authority.server(elsewhere, MONTH),
                    authority.data(),
                    "tls-server-name: elsewhere.example")
                .code())
        .isEqualTo("KUBERNETES-REFUSED");
  }

  @Test
  void noCertificateIsCheckedIfTheKubeconfigSaysSo() throws Exception {
    Diagnostic accepted =
        problem(
            new TestAuthority().server(elsewhere, MONTH.negated()),
            "",
            "insecure-skip-tls-verify: true");
    assertThat(accepted.code()).isEqualTo("KUBERNETES-REFUSED");
  }

  @Test
  void certificatesThatAreNoneAreTold() {
    try (Fabric8Cluster cluster =
        Fabric8Cluster.of(
            ReplayServer.kubeconfig(
                "https://127.0.0.1:1", "client-certificate-data: eA==, client-key-data: eA=="))) {
      assertThat(catchThrowableOfType(ProviderException.class, cluster::kinds).first().code())
          .isEqualTo("KUBERNETES-CREDENTIALS-UNUSABLE");
    }
  }

  private static Diagnostic problem(TestAuthority.Server shown, String trusted, String... more)
      throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(shown.tls()));
    server.start();
    String address = "https://127.0.0.1:" + server.getAddress().getPort();
    String keys = Stream.of(more).map(key -> ", " + key).reduce("", String::concat);
    String kubeconfig =
        ReplayServer.kubeconfig(address, "token: t")
            .replace(
                "server: \"" + address + "\"",
                "server: \"%s\", certificate-authority-data: %s%s"
                    .formatted(address, trusted, keys));
    try (Fabric8Cluster client = Fabric8Cluster.of(kubeconfig)) {
      return catchThrowableOfType(ProviderException.class, client::kinds).first();
    } finally {
      server.stop(0);
    }
  }
}
