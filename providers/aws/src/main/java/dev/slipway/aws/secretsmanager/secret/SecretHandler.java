package dev.slipway.aws.secretsmanager.secret;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.mark.Marked;
import dev.slipway.aws.mark.Named;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.aws.secretsmanager.SecretsManagerTags;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** Makes secrets of AWS Secrets Manager. No value is ever read back. */
public final class SecretHandler implements ResourceHandler<SecretSpec, SecretObserved> {
  private static final String ABSENT = "ResourceNotFoundException";

  private final Clients clients;

  public SecretHandler(Clients clients) {
    this.clients = clients;
  }

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
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  /** One that is to be deleted some day counts as gone: nobody can use it. */
  @Override
  public Map<ResourceId, SecretObserved> readAll(List<Subject<SecretSpec>> subjects, Call call) {
    return Named.pick(
        subjects,
        SecretSpec::name,
        (id, name) -> find(id, name, call).filter(found -> !found.scheduled()));
  }

  private Optional<SecretObserved> find(ResourceId id, String name, Call call) {
    return Refusals.find(() -> secrets().describeSecret(request -> request.secretId(name)), ABSENT)
        .map(found -> observed(found, id, call));
  }

  private static SecretObserved observed(DescribeSecretResponse found, ResourceId id, Call call) {
    Map<String, String> tags = SecretsManagerTags.map(found.tags());
    return new SecretObserved(
        found.arn(),
        found.name(),
        SecretVersion.fingerprint(tags, found.versionIdsToStages()),
        found.deletedDate() != null,
        Marked.of(tags, id, call));
  }

  @Override
  public Diff diff(SecretSpec desired, SecretObserved observed) {
    return Diff.builder()
        .immutable("name", observed.name(), desired.name())
        .field("value", seen(desired.value(), observed), desired.value())
        .field("tags", observed.tags().seen(desired.tags()), desired.tags())
        .build();
  }

  /** The value that is there, as far as its fingerprint tells it. */
  private static Object seen(Value<String> desired, SecretObserved observed) {
    String name =
        desired instanceof Value.Secret<String>(String stored, String _) ? stored : observed.name();
    return observed
        .fingerprint()
        .<Object>map(fingerprint -> new Value.Secret<String>(name, fingerprint))
        .orElse(FieldChange.UNSET);
  }

  @Override
  public SecretObserved create(ResourceId id, SecretSpec spec, Call call) {
    Optional<SecretObserved> before =
        find(id, spec.name(), call).filter(found -> found.ownership() == Ownership.OURS);
    if (before.filter(SecretObserved::scheduled).isPresent()) {
      secrets().restoreSecret(request -> request.secretId(before.get().arn()));
    }
    SecretObserved made =
        before.orElseGet(
            () ->
                Refusals.make(
                    () -> made(id, spec, call),
                    () -> find(id, spec.name(), call),
                    "ResourceExistsException"));
    return update(id, spec, made, call);
  }

  private SecretObserved made(ResourceId id, SecretSpec spec, Call call) {
    Value.Secret<String> value = secret(spec);
    SecretVersion version = SecretVersion.of(value, call);
    Map<String, String> tags = new HashMap<>(Tags.of(id, spec.tags(), call));
    tags.put(SecretVersion.TAG, version.text());
    String arn =
        secrets()
            .createSecret(
                request ->
                    request
                        .name(spec.name())
                        .clientRequestToken(version.id())
                        .secretString(call.secrets().reveal(value.name()))
                        .tags(SecretsManagerTags.list(tags)))
            .arn();
    return new SecretObserved(
        arn,
        spec.name(),
        Optional.of(version.fingerprint()),
        false,
        Marked.made(id, spec.tags(), call));
  }

  /** The value is set before the tag that tells of it: a run that ends in between sets it again. */
  @Override
  public SecretObserved update(ResourceId id, SecretSpec spec, SecretObserved observed, Call call) {
    Value.Secret<String> value = secret(spec);
    Map<String, String> tags = new HashMap<>(observed.tags().missing(spec.tags()));
    if (!observed.fingerprint().equals(Optional.of(value.fingerprint()))) {
      SecretVersion version = SecretVersion.of(value, call);
      secrets()
          .putSecretValue(
              request ->
                  request
                      .secretId(observed.arn())
                      .clientRequestToken(version.id())
                      .secretString(call.secrets().reveal(value.name())));
      tags.put(SecretVersion.TAG, version.text());
    }
    if (!tags.isEmpty()) {
      secrets()
          .tagResource(
              request -> request.secretId(observed.arn()).tags(SecretsManagerTags.list(tags)));
    }
    return new SecretObserved(
        observed.arn(),
        observed.name(),
        Optional.of(value.fingerprint()),
        false,
        observed.tags().with(tags));
  }

  private static Value.Secret<String> secret(SecretSpec spec) {
    if (spec.value() instanceof Value.Secret<String> secret) {
      return secret;
    }
    throw new IllegalStateException("not known: " + spec.value());
  }

  @Override
  public void delete(Subject<SecretSpec> subject, SecretObserved observed, Call call) {
    Refusals.unlessGone(
        () ->
            secrets()
                .deleteSecret(
                    request -> request.secretId(observed.arn()).forceDeleteWithoutRecovery(true)),
        ABSENT);
  }

  @Override
  public Status status(SecretObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(SecretSpec spec) {
    return Attributes.of("name", spec.name());
  }

  private SecretsManagerClient secrets() {
    return clients.secretsManager();
  }
}
