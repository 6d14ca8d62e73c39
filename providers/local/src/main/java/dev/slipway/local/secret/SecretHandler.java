package dev.slipway.local.secret;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;

/** Generated passwords, kept by the target's secret store. */
public final class SecretHandler implements ResourceHandler<SecretSpec, SecretObserved> {
  private static final String CHARACTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public String type() {
    return SecretSpec.TYPE;
  }

  @Override
  public Class<SecretSpec> specType() {
    return SecretSpec.class;
  }

  @Override
  public Optional<SecretObserved> read(Subject<SecretSpec> subject, Call call) {
    return find(subject.id(), call);
  }

  @Override
  public Diff diff(SecretSpec desired, SecretObserved observed) {
    return Diff.builder().field("length", observed.length(), desired.length()).build();
  }

  /** A step that is repeated after a crash finds the password that it made. */
  @Override
  public SecretObserved create(ResourceId id, SecretSpec spec, Call call) {
    return find(id, call).orElseGet(() -> generate(id, spec, call));
  }

  @Override
  public SecretObserved update(ResourceId id, SecretSpec spec, SecretObserved observed, Call call) {
    return generate(id, spec, call);
  }

  @Override
  public void delete(Subject<SecretSpec> subject, SecretObserved observed, Call call) {
    call.secrets().delete(subject.id().name());
  }

  @Override
  public Status status(SecretObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes stable(SecretSpec desired, SecretObserved observed, Diff diff) {
    return diff.isEmpty() ? observed.attributes() : Attributes.NONE;
  }

  private static Optional<SecretObserved> find(ResourceId id, Call call) {
    return call.secrets()
        .find(id.name())
        .map(secret -> new SecretObserved(secret, call.secrets().reveal(id.name()).length()));
  }

  private static SecretObserved generate(ResourceId id, SecretSpec spec, Call call) {
    String password =
        RANDOM
            .ints(spec.length(), 0, CHARACTERS.length())
            .mapToObj(index -> CHARACTERS.substring(index, index + 1))
            .collect(Collectors.joining());
    return new SecretObserved(call.secrets().put(id.name(), password), spec.length());
  }
}
