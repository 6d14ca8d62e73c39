package dev.slipway.local.certificate;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;

/** Makes the stack's own certificate authority. Its key stays when it is renewed or renamed. */
public final class AuthorityHandler implements ResourceHandler<AuthoritySpec, AuthorityObserved> {
  private final Path stackFolder;
  private final Clock clock;

  /**
   * @param stackFolder the stack's folder; certificates lie in {@code certificates/} in it
   */
  public AuthorityHandler(Path stackFolder) {
    this(stackFolder, Clock.systemUTC());
  }

  AuthorityHandler(Path stackFolder, Clock clock) {
    this.stackFolder = stackFolder;
    this.clock = clock;
  }

  @Override
  public String type() {
    return AuthoritySpec.TYPE;
  }

  @Override
  public Class<AuthoritySpec> specType() {
    return AuthoritySpec.class;
  }

  @Override
  public Optional<AuthorityObserved> read(Subject<AuthoritySpec> subject, Call call) {
    return read(subject.id(), call);
  }

  private Optional<AuthorityObserved> read(ResourceId id, Call call) {
    return Issued.find(new CertificateFile(stackFolder, id), call, clock)
        .map(AuthorityObserved::new);
  }

  @Override
  public Diff diff(AuthoritySpec desired, AuthorityObserved observed) {
    Diff.Builder diff = Diff.builder();
    observed
        .issued()
        .certificate()
        .ifPresent(
            certificate ->
                diff.field("common-name", Names.commonName(certificate), desired.commonName()));
    IssuedDiff.compare(diff, observed.issued(), Issuing.AUTHORITY_LIFETIME);
    return diff.build();
  }

  @Override
  public AuthorityObserved create(ResourceId id, AuthoritySpec spec, Call call) {
    CertificateFile file = new CertificateFile(stackFolder, id);
    try {
      KeyPair keys = Keys.keep(file, call);
      X509Certificate certificate = new Issuing(clock).authority(spec.commonName(), keys);
      file.write(Pem.write(certificate), Mark.ofAuthority(call.owner()));
    } catch (GeneralSecurityException e) {
      throw Keys.bug(id, e);
    }
    return read(id, call).orElseThrow();
  }

  @Override
  public AuthorityObserved update(
      ResourceId id, AuthoritySpec spec, AuthorityObserved observed, Call call) {
    return create(id, spec, call);
  }

  @Override
  public void delete(Subject<AuthoritySpec> subject, AuthorityObserved observed, Call call) {
    CertificateFile file = new CertificateFile(stackFolder, subject.id());
    call.secrets().delete(file.keyName());
    file.delete();
  }

  @Override
  public Status status(AuthorityObserved observed) {
    return observed.issued().status();
  }

  @Override
  public Attributes stable(AuthoritySpec desired, AuthorityObserved observed, Diff diff) {
    return IssuedDiff.stable(observed.issued(), diff);
  }
}
