package dev.slipway.local.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a server certificate. */
final class CertificateHandlerTest {
  private static final List<String> LOCALHOST = List.of("localhost");

  @TempDir Path folder;
  private TestCertificates made;

  @BeforeEach
  void make() {
    made = TestCertificates.in(folder);
  }

  @Test
  void createdCertificateIsForItsNamesAndServersOnly() throws Exception {
    CertificateObserved observed = read(Duration.ZERO);

    X509Certificate certificate = observed.issued().certificate().orElseThrow();
    assertThat(observed.dnsNames()).containsExactly("localhost");
    assertThat(observed.addresses()).containsExactly("0:0:0:0:0:0:0:1", "127.0.0.1");
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getSerialNumber().bitLength()).isGreaterThan(64);
    assertThat(
            Duration.between(
                certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant()))
        .isEqualTo(Duration.ofDays(397));
    assertThat(handler(Duration.ZERO).status(observed)).isEqualTo(Status.CURRENT);
    assertThat(diff(LOCALHOST, Duration.ZERO)).isEqualTo(Diff.NONE);
  }

  @Test
  void otherNamesAreIssuedInPlaceWithTheSameKey() {
    String key = made.key();
    List<String> names = List.of("localhost", "milvus.localhost");

    assertThat(diff(names, Duration.ZERO).fields())
        .singleElement()
        .satisfies(f -> assertThat(f.path()).isEqualTo("dns-names"))
        .satisfies(f -> assertThat(f.replaces()).isFalse());
    made.issue(names);

    assertThat(diff(names, Duration.ZERO)).isEqualTo(Diff.NONE);
    assertThat(made.key()).isEqualTo(key);
  }

  @Test
  void certificateIsRenewedThirtyDaysBeforeItsEnd() {
    assertThat(diff(LOCALHOST, Duration.ofDays(366))).isEqualTo(Diff.NONE);
    assertThat(diff(LOCALHOST, Duration.ofDays(368)).fields())
        .extracting(FieldChange::path)
        .containsExactly("not-after");
    assertThat(handler(Duration.ofDays(368)).status(read(Duration.ofDays(368))))
        .isEqualTo(Status.CURRENT);
    assertThat(handler(Duration.ofDays(398)).status(read(Duration.ofDays(398))))
        .isInstanceOf(Status.Failed.class);
  }

  @Test
  void otherAuthorityIsNoticedAndMended() {
    made.call().secrets().delete("authority-milvus-key");
    new AuthorityHandler(folder)
        .create(TestCertificates.AUTHORITY, new AuthoritySpec("Slipway test"), made.call());

    assertThat(handler(Duration.ZERO).status(read(Duration.ZERO)))
        .isInstanceOf(Status.Failed.class);
    assertThat(diff(LOCALHOST, Duration.ZERO).fields())
        .extracting(FieldChange::path)
        .containsExactly("authority-key", "issuer");
    made.issue(LOCALHOST);

    assertThat(diff(LOCALHOST, Duration.ZERO)).isEqualTo(Diff.NONE);
  }

  @Test
  void renewedAuthorityWithTheSameKeyKeepsItsCertificates() {
    new AuthorityHandler(folder)
        .create(TestCertificates.AUTHORITY, new AuthoritySpec("Slipway test"), made.call());

    assertThat(diff(LOCALHOST, Duration.ZERO)).isEqualTo(Diff.NONE);
  }

  @Test
  void authorityThatIsStillToBeMadeCountsAsAChange() {
    CertificateSpec planned =
        new CertificateSpec(
            Value.ref(TestCertificates.AUTHORITY, "certificate-file"),
            Value.ref(TestCertificates.AUTHORITY, "key"),
            LOCALHOST,
            List.of("127.0.0.1", "::1"));

    assertThat(handler(Duration.ZERO).diff(planned, read(Duration.ZERO)).fields())
        .singleElement()
        .satisfies(f -> assertThat(f.after()).isInstanceOf(FieldChange.Unknown.class));
  }

  @Test
  void deletionLeavesTheAuthorityAlone() {
    handler(Duration.ZERO).delete(subject(), read(Duration.ZERO), made.call());

    assertThat(made.certificateFile()).doesNotExist();
    assertThat(made.authorityFile()).exists();
    assertThat(made.call().secrets().find("certificate-milvus-key")).isEmpty();
  }

  private Diff diff(List<String> names, Duration later) {
    return handler(later).diff(made.spec(names), read(later));
  }

  private CertificateObserved read(Duration later) {
    return handler(later).read(subject(), made.call()).orElseThrow();
  }

  private CertificateHandler handler(Duration later) {
    return new CertificateHandler(folder, Clock.offset(Clock.systemUTC(), later));
  }

  private static Subject<CertificateSpec> subject() {
    return new Subject<>(TestCertificates.SERVER, Optional.empty(), Optional.empty());
  }
}
