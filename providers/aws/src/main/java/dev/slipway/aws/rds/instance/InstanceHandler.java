package dev.slipway.aws.rds.instance;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.mark.Digest;
import dev.slipway.aws.mark.Named;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.rds.RdsTags;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.provider.Waiting;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Makes database servers. */
public final class InstanceHandler implements ResourceHandler<InstanceSpec, InstanceObserved> {
  private static final String ABSENT = "DBInstanceNotFound";

  /** Making one takes from 5 to 15 minutes, and with a final snapshot its removal long. */
  private static final Waiting WAITING =
      new Waiting(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofMinutes(60));

  private final Clients clients;

  public InstanceHandler(Clients clients) {
    this.clients = clients;
  }

  @Override
  public String type() {
    return InstanceSpec.TYPE;
  }

  @Override
  public Class<InstanceSpec> specType() {
    return InstanceSpec.class;
  }

  @Override
  public Optional<InstanceObserved> read(Subject<InstanceSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, InstanceObserved> readAll(
      List<Subject<InstanceSpec>> subjects, Call call) {
    SequencedSet<String> names = Named.candidates(subjects, InstanceSpec::name);
    Map<String, DBInstance> found = new HashMap<>();
    rds().describeDBInstancesPaginator().dbInstances().stream()
        .filter(instance -> names.contains(instance.dbInstanceIdentifier()))
        .forEach(instance -> found.put(instance.dbInstanceIdentifier(), instance));
    return Named.pick(
        subjects,
        InstanceSpec::name,
        (id, name) ->
            Optional.ofNullable(found.get(name))
                .map(instance -> Instances.observed(instance, id, call)));
  }

  @Override
  public Diff diff(InstanceSpec desired, InstanceObserved observed) {
    return InstanceDiff.of(desired, observed);
  }

  private static Value.Secret<String> secret(InstanceSpec spec) {
    if (spec.password() instanceof Value.Secret<String> secret) {
      return secret;
    }
    throw new IllegalStateException("the password of " + spec.name() + " isn't known");
  }

  @Override
  public InstanceObserved create(ResourceId id, InstanceSpec spec, Call call) {
    Value.Secret<String> password = secret(spec);
    Map<String, String> tags = new HashMap<>(Tags.of(id, spec.tags(), call));
    tags.put(InstanceDiff.PASSWORD, password.fingerprint());
    return Refusals.make(
        () ->
            Instances.observed(
                rds()
                    .createDBInstance(
                        request ->
                            request
                                .dbInstanceIdentifier(spec.name())
                                .engine(spec.engine())
                                .engineVersion(spec.version())
                                .dbInstanceClass(spec.size())
                                .allocatedStorage(spec.storage())
                                .storageEncrypted(spec.encrypted())
                                .dbName(spec.database().orElse(null))
                                .masterUsername(spec.user())
                                .masterUserPassword(call.secrets().reveal(password.name()))
                                .dbSubnetGroupName(spec.network().subnetGroup().get())
                                .vpcSecurityGroupIds(InstanceDiff.groups(spec).orElseThrow())
                                .publiclyAccessible(spec.network().publicAccess())
                                .deletionProtection(spec.removal().deletionProtection())
                                .tags(RdsTags.list(tags)))
                    .dbInstance(),
                id,
                call),
        () -> read(new Subject<>(id, Optional.of(spec), Optional.empty()), call),
        "DBInstanceAlreadyExists");
  }

  /** The password is set before the tag says so. */
  @Override
  public InstanceObserved update(
      ResourceId id, InstanceSpec spec, InstanceObserved observed, Call call) {
    Value.Secret<String> password = secret(spec);
    boolean other =
        !password.fingerprint().equals(observed.tags().all().get(InstanceDiff.PASSWORD));
    boolean upgrade = !InstanceDiff.isVersion(spec.version(), observed.version());
    DBInstance modified =
        rds()
            .modifyDBInstance(
                request -> {
                  request
                      .dbInstanceIdentifier(observed.name())
                      .dbInstanceClass(spec.size())
                      .allocatedStorage(spec.storage())
                      .vpcSecurityGroupIds(InstanceDiff.groups(spec).orElseThrow())
                      .publiclyAccessible(spec.network().publicAccess())
                      .deletionProtection(spec.removal().deletionProtection())
                      .applyImmediately(true);
                  if (upgrade) {
                    request.engineVersion(spec.version()).allowMajorVersionUpgrade(true);
                  }
                  if (other) {
                    request.masterUserPassword(call.secrets().reveal(password.name()));
                  }
                })
            .dbInstance();
    Map<String, String> missing = new HashMap<>(observed.tags().missing(spec.tags()));
    if (other) {
      missing.put(InstanceDiff.PASSWORD, password.fingerprint());
    }
    RdsTags.set(rds(), observed.arn(), missing);
    return Instances.observed(modified, id, call);
  }

  @Override
  public void delete(Subject<InstanceSpec> subject, InstanceObserved observed, Call call) {
    if (observed.status().equals("deleting")) {
      return;
    }
    if (observed.deletionProtection()) {
      throw isProtected(observed.name());
    }
    boolean snapshot = subject.spec().map(spec -> spec.removal().finalSnapshot()).orElse(true);
    Refusals.unlessGone(
        () ->
            rds()
                .deleteDBInstance(
                    request -> {
                      request.dbInstanceIdentifier(observed.name()).skipFinalSnapshot(!snapshot);
                      if (snapshot) {
                        request.finalDBSnapshotIdentifier(
                            observed.name() + "-final-" + Digest.of(call.token()));
                      }
                    }),
        ABSENT);
  }

  private static ProviderException isProtected(String name) {
    return ProviderException.refused(
        Diagnostic.user(
            "AWS-PROTECTED",
            "A database is protected from deletion",
            "The database server '%s' would be deleted, but its deletion protection is on."
                .formatted(name),
            "If its data may go, let the stack file say that it isn't protected, run 'slipway up',"
                + " then run the same command again."));
  }

  @Override
  public Status status(InstanceObserved observed) {
    return InstanceStatus.of(observed);
  }

  @Override
  public Attributes predict(InstanceSpec spec) {
    return Attributes.of("name", spec.name());
  }

  @Override
  public Waiting waiting() {
    return WAITING;
  }

  private RdsClient rds() {
    return clients.rds();
  }
}
