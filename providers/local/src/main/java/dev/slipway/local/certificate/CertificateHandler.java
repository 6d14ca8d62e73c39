package dev.slipway.local.certificate;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Issues server certificates. The key stays when one is issued anew. */
public final class CertificateHandler
    implements ResourceHandler<CertificateSpec, CertificateObserved> {
  private final Path stackFolder;
  private final Clock clock;

  /**
   * @param stackFolder the stack's folder; certificates lie in {@code certificates/} in it
   */
  public CertificateHandler(Path stackFolder) {
    this(stackFolder, Clock.systemUTC());
  }

  CertificateHandler(Path stackFolder, Clock clock) {
    this.stackFolder = stackFolder;
    this.clock = clock;
  }

  @Override
  public String type() {
    return CertificateSpec.TYPE;
  }

  @Override
  public Class<CertificateSpec> specType() {
    return CertificateSpec.class;
  }

  @Override
  public Optional<CertificateObserved> read(Subject<CertificateSpec> subject, Call call) {
    CertificateFile file = new CertificateFile(stackFolder, subject.id());
    Optional<Path> wanted =
        subject.spec().flatMap(spec -> spec.authorityFile().known()).map(Path::of);
    return Issued.find(file, call, clock)
        .map(issued -> observe(issued, file.mark().filter(Mark::signed), wanted));
  }

  private static CertificateObserved observe(
      Issued issued, Optional<Mark> mark, Optional<Path> wantedAuthority) {
    Optional<X509Certificate> authority =
        wantedAuthority
            .or(() -> mark.map(m -> Path.of(m.authorityFile())))
            .flatMap(CertificateFile::certificate);
    return new CertificateObserved(
        issued,
        issued.certificate().map(Names::dns).orElse(List.of()),
        issued.certificate().map(Names::addresses).orElse(List.of()),
        mark.map(m -> new Value.Secret<>(m.authorityKey(), m.authorityKeyFingerprint())),
        issued.certificate().isPresent()
            && authority.isPresent()
            && signed(issued.certificate().get(), authority.get()));
  }

  private static boolean signed(X509Certificate certificate, X509Certificate authority) {
    try {
      certificate.verify(authority.getPublicKey());
      return certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  @Override
  public Diff diff(CertificateSpec desired, CertificateObserved observed) {
    Diff.Builder diff = Diff.builder();
    if (observed.issued().certificate().isPresent()) {
      diff.field("dns-names", observed.dnsNames(), Names.normalDns(desired.dnsNames()))
          .field("addresses", observed.addresses(), Names.normalAddresses(desired.addresses()))
          .field("authority-key", observed.authorityKey(), desired.authorityKey());
      if (!observed.signedByAuthority()) {
        diff.field("issuer", "another authority", "the stack's authority");
      }
    }
    IssuedDiff.compare(diff, observed.issued(), Issuing.SERVER_LIFETIME);
    return diff.build();
  }

  @Override
  public CertificateObserved create(ResourceId id, CertificateSpec spec, Call call) {
    CertificateFile file = new CertificateFile(stackFolder, id);
    Path authorityFile = Path.of(spec.authorityFile().get());
    Value.Secret<String> authorityKey = secret(spec.authorityKey());
    X509Certificate authority =
        CertificateFile.certificate(authorityFile).orElseThrow(() -> unusable(authorityFile));
    PrivateKey signer =
        Pem.key(call.secrets().reveal(authorityKey.name()))
            .orElseThrow(() -> unusable(authorityFile));
    try {
      PublicKey key = Keys.keep(file, call).getPublic();
      X509Certificate certificate =
          new Issuing(clock).server(spec.dnsNames(), spec.addresses(), key, authority, signer);
      Mark mark =
          new Mark(
              call.owner(),
              authorityFile.toString(),
              authorityKey.name(),
              authorityKey.fingerprint());
      file.write(Pem.write(certificate), mark);
    } catch (GeneralSecurityException e) {
      throw Keys.bug(id, e);
    }
    return read(new Subject<>(id, Optional.of(spec), Optional.empty()), call).orElseThrow();
  }

  private static Value.Secret<String> secret(Value<String> key) {
    if (key instanceof Value.Secret<String> secret) {
      return secret;
    }
    throw new IllegalArgumentException("an authority's key must be a secret");
  }

  private static ProviderException unusable(Path authority) {
    return ProviderException.refused(
        Diagnostic.environment(
            "AUTHORITY-UNUSABLE",
            "The certificate authority is of no use",
            "The certificate in " + authority + " or its private key is missing or damaged.",
            "Run `slipway up` again: it makes the authority anew."));
  }

  @Override
  public CertificateObserved update(
      ResourceId id, CertificateSpec spec, CertificateObserved observed, Call call) {
    return create(id, spec, call);
  }

  @Override
  public void delete(Subject<CertificateSpec> subject, CertificateObserved observed, Call call) {
    CertificateFile file = new CertificateFile(stackFolder, subject.id());
    call.secrets().delete(file.keyName());
    file.delete();
  }

  @Override
  public Status status(CertificateObserved observed) {
    Status status = observed.issued().status();
    return status.equals(Status.CURRENT) && !observed.signedByAuthority()
        ? Status.failed("it is not signed by the stack's authority")
        : status;
  }

  @Override
  public Attributes stable(CertificateSpec desired, CertificateObserved observed, Diff diff) {
    return IssuedDiff.stable(observed.issued(), diff);
  }
}
