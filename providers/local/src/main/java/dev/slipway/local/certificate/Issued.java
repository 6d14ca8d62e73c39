package dev.slipway.local.certificate;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;

/**
 * A certificate and its key as they were found; either may be missing after a crash.
 *
 * @param certificate empty if the file is missing or damaged
 * @param key empty if the secret store has none
 * @param keyFits whether the key in the store is the certificate's
 * @param lifetime at the time of looking
 */
public record Issued(
    Path file,
    Ownership ownership,
    Optional<X509Certificate> certificate,
    Optional<Value.Secret<String>> key,
    boolean keyFits,
    Lifetime lifetime) {

  /** Looks; empty if there is neither file, mark nor key. */
  static Optional<Issued> find(CertificateFile file, Call call, Clock clock) {
    Optional<Value.Secret<String>> key = call.secrets().find(file.keyName());
    Optional<Mark> mark = file.mark();
    if (!file.exists() && mark.isEmpty() && key.isEmpty()) {
      return Optional.empty();
    }
    Optional<X509Certificate> certificate = file.certificate();
    Optional<PrivateKey> privateKey =
        key.flatMap(secret -> Pem.key(call.secrets().reveal(secret.name())));
    boolean ours = mark.map(m -> m.owner().equals(call.owner())).orElseGet(() -> !file.exists());
    return Optional.of(
        new Issued(
            file.path(),
            ours ? Ownership.OURS : Ownership.FOREIGN,
            certificate,
            key,
            certificate.isPresent()
                && privateKey.isPresent()
                && Keys.fit(privateKey.get(), certificate.get().getPublicKey()),
            certificate.map(c -> Lifetime.of(c, clock)).orElse(Lifetime.EXPIRED)));
  }

  Attributes attributes() {
    return Attributes.of(
        "certificate-file", file.toString(),
        "certificate", certificate.flatMap(Issued::pem).orElse(null),
        "key", key.orElse(null),
        "not-after", certificate.map(c -> c.getNotAfter().toInstant().toString()).orElse(null),
        "subject", certificate.map(c -> c.getSubjectX500Principal().getName()).orElse(null),
        "key-fingerprint", certificate.map(c -> Keys.fingerprint(c.getPublicKey())).orElse(null));
  }

  private static Optional<String> pem(X509Certificate certificate) {
    try {
      return Optional.of(Pem.write(certificate));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  Status status() {
    if (certificate.isEmpty()) {
      return Status.failed("the certificate file " + file + " is missing or damaged");
    }
    if (!keyFits) {
      return Status.failed("the private key in the secret store is missing or not its own");
    }
    return switch (lifetime) {
      case VALID, RENEWAL_DUE -> Status.CURRENT;
      case EXPIRED -> Status.failed("it expired at " + certificate.get().getNotAfter().toInstant());
    };
  }
}
