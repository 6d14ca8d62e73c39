package dev.slipway.kubernetes.object;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.provider.Waiting;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.retry.Pause;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.removal.Deletion;
import dev.slipway.kubernetes.removal.Holders;
import dev.slipway.kubernetes.schema.Schemas;
import dev.slipway.kubernetes.status.Changes;
import dev.slipway.kubernetes.status.EvidenceCollector;
import dev.slipway.kubernetes.status.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects of a cluster, of any kind. */
public final class ObjectHandler implements ResourceHandler<ObjectSpec, ObservedObject> {
  private static final Waiting WAITING =
      new Waiting(Duration.ofMillis(250), Duration.ofSeconds(3), Duration.ofMinutes(15));

  private final Cluster cluster;
  private final Schemas schemas;
  private final boolean force;
  private final EvidenceCollector evidence;
  private final Changes changes;

  /**
   * @param schemas tell how lists are merged, and the kinds of the plan's own definitions
   * @param force whether fields that other managers own are taken from them
   * @param evidence looks why an object isn't ready
   * @param changes tells when an object is worth looking at again
   */
  public ObjectHandler(
      Cluster cluster,
      Schemas schemas,
      boolean force,
      EvidenceCollector evidence,
      Changes changes) {
    this.cluster = cluster;
    this.schemas = schemas;
    this.force = force;
    this.evidence = evidence;
    this.changes = changes;
  }

  @Override
  public String type() {
    return ObjectSpec.TYPE;
  }

  @Override
  public Class<ObjectSpec> specType() {
    return ObjectSpec.class;
  }

  @Override
  public Optional<ObservedObject> read(Subject<ObjectSpec> subject, Call call) {
    return reader().read(subject, call).map(seen -> seen.with(evidence.collect(seen.live())));
  }

  @Override
  public Map<ResourceId, ObservedObject> readAll(List<Subject<ObjectSpec>> subjects, Call call) {
    return reader().readAll(subjects, call);
  }

  @Override
  public Diff diff(ObjectSpec desired, ObservedObject observed) {
    return new ObjectDiff(desired, observed, schemas).changesThatCanBe(force);
  }

  @Override
  public Diff drift(ObjectSpec desired, ObservedObject observed) {
    return new ObjectDiff(desired, observed, schemas).changes();
  }

  @Override
  public ObservedObject create(ResourceId id, ObjectSpec spec, Call call) {
    return writer().create(id, spec, call);
  }

  @Override
  public ObservedObject update(ResourceId id, ObjectSpec spec, ObservedObject observed, Call call) {
    return writer().update(id, spec, observed, call);
  }

  @Override
  public void delete(Subject<ObjectSpec> subject, ObservedObject observed, Call call) {
    new Deletion(cluster, call).delete(observed.live());
  }

  @Override
  public Optional<ObservedObject> readDeleted(Subject<ObjectSpec> subject, Call call) {
    return reader()
        .find(subject, call)
        .map(
            seen ->
                seen.live().deleting() ? seen.heldBy(new Holders(cluster).of(seen.live())) : seen);
  }

  @Override
  public Status status(ObservedObject observed) {
    return observed.live().deleting()
        ? new Status.Terminating(
            observed.held().orElseGet(() -> Holders.finalizers(observed.live())))
        : Readiness.of(observed.live(), observed.evidence());
  }

  @Override
  public Attributes predict(ObjectSpec spec) {
    return ObjectAttributes.predict(spec.object());
  }

  @Override
  public Attributes stable(ObjectSpec desired, ObservedObject observed, Diff diff) {
    return ObjectAttributes.stable(observed.live(), diff);
  }

  @Override
  public Waiting waiting() {
    return WAITING;
  }

  @Override
  public Pause pause(ObservedObject observed, Call call, Pause usual) {
    return longest ->
        changes.await(observed.live().key(), Mark.OWNER + "=" + call.owner(), longest);
  }

  private ObjectReader reader() {
    return new ObjectReader(cluster, schemas);
  }

  private ObjectWriter writer() {
    return new ObjectWriter(cluster, force);
  }
}
