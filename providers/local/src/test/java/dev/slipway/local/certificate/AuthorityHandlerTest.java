package dev.slipway.local.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a stack's certificate authority. */
final class AuthorityHandlerTest {
  private static final ResourceId ID = TestCertificates.AUTHORITY;
  private static final AuthoritySpec SPEC = new AuthoritySpec("Slipway, \"test\"");

  @TempDir Path folder;
  private final TestCall call = new TestCall("owner-1", new MemorySecrets());

  @Test
  void createdAuthorityMaySignServersOnly() {
    AuthorityObserved made = handler().create(ID, SPEC, call);

    X509Certificate certificate = made.issued().certificate().orElseThrow();
    assertThat(certificate.getBasicConstraints()).as("path length").isZero();
    assertThat(certificate.getKeyUsage()).startsWith(false, false, false, false, false, true, true);
    assertThat(Duration.between(Clock.systemUTC().instant(), certificate.getNotAfter().toInstant()))
        .isBetween(Duration.ofDays(3650), Duration.ofDays(3653));
    assertThat(made.attributes().values())
        .containsKeys("certificate-file", "key", "not-after", "key-fingerprint");
    assertThat(handler().status(made)).isEqualTo(Status.CURRENT);
    assertThat(handler().diff(SPEC, made)).isEqualTo(Diff.NONE);
  }

  @Test
  void privateKeyLiesInTheSecretStoreAndNowhereElse() throws Exception {
    handler().create(ID, SPEC, call);

    assertThat(call.secrets().reveal("authority-milvus-key")).contains("BEGIN PRIVATE KEY");
    try (var files = Files.list(folder.resolve("certificates"))) {
      assertThat(files)
          .hasSize(2)
          .allSatisfy(f -> assertThat(f).content().doesNotContain("PRIVATE"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void authorityThatEndsSoonIsRenewedWithItsKey() {
    AuthorityObserved made = handler().create(ID, SPEC, call);
    AuthorityHandler later = handler(Duration.ofDays(3652 - 29));

    AuthorityObserved old = later.read(subject(), call).orElseThrow();
    Diff diff = later.diff(SPEC, old);
    assertThat(diff.fields()).extracting(FieldChange::path).containsExactly("not-after");
    assertThat(diff.replaces()).isFalse();
    assertThat(later.stable(SPEC, old, diff).values())
        .containsKeys("certificate-file", "key")
        .doesNotContainKey("not-after");

    AuthorityObserved renewed = later.update(ID, SPEC, old, call);
    assertThat(later.diff(SPEC, renewed)).isEqualTo(Diff.NONE);
    assertThat(renewed.issued().key()).isEqualTo(made.issued().key());
  }

  @Test
  void expiredAuthorityHasFailed() {
    handler().create(ID, SPEC, call);
    AuthorityHandler later = handler(Duration.ofDays(3653));

    assertThat(later.status(later.read(subject(), call).orElseThrow()))
        .isInstanceOf(Status.Failed.class);
  }

  @Test
  void lostKeyIsMadeAnew() {
    AuthorityObserved made = handler().create(ID, SPEC, call);
    call.secrets().delete("authority-milvus-key");

    AuthorityObserved found = handler().read(subject(), call).orElseThrow();
    Diff diff = handler().diff(SPEC, found);
    assertThat(diff.fields()).extracting(FieldChange::path).containsExactly("key");
    assertThat(handler().stable(SPEC, found, diff).find("key")).isEmpty();

    AuthorityObserved mended = handler().update(ID, SPEC, found, call);
    assertThat(handler().status(mended)).isEqualTo(Status.CURRENT);
    assertThat(mended.issued().key()).isNotEqualTo(made.issued().key());
  }

  @Test
  void halfMadeAuthorityIsFoundAndFinished() throws Exception {
    handler().create(ID, SPEC, call);
    Files.delete(file());

    AuthorityObserved half = handler().read(subject(), call).orElseThrow();

    assertThat(half.ownership()).isEqualTo(Ownership.OURS);
    assertThat(handler().diff(SPEC, half).isEmpty()).isFalse();
    assertThat(handler().status(handler().update(ID, SPEC, half, call))).isEqualTo(Status.CURRENT);
  }

  @Test
  void fileWithoutOurMarkIsForeign() throws Exception {
    handler().create(ID, SPEC, call);
    Files.delete(folder.resolve("certificates/authority-milvus.json"));

    assertThat(handler().read(subject(), call).orElseThrow().ownership())
        .isEqualTo(Ownership.FOREIGN);
    TestCall other = new TestCall("owner-2", call.secrets());
    handler().create(ID, SPEC, call);
    assertThat(handler().read(subject(), other).orElseThrow().ownership())
        .isEqualTo(Ownership.FOREIGN);
  }

  @Test
  void deletionLeavesNothing() {
    AuthorityObserved made = handler().create(ID, SPEC, call);

    handler().delete(subject(), made, call);
    handler().delete(subject(), made, call);

    assertThat(folder).isEmptyDirectory();
    assertThat(call.secrets().isEmpty()).isTrue();
    assertThat(handler().read(subject(), call)).isEmpty();
  }

  private Path file() {
    return folder.resolve("certificates/authority-milvus.pem");
  }

  private AuthorityHandler handler() {
    return handler(Duration.ZERO);
  }

  private AuthorityHandler handler(Duration later) {
    return new AuthorityHandler(folder, Clock.offset(Clock.systemUTC(), later));
  }

  private static Subject<AuthoritySpec> subject() {
    return new Subject<>(ID, Optional.empty(), Optional.empty());
  }
}
