package dev.slipway.kubernetes.release;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Cluster.Propagation;
import dev.slipway.kubernetes.object.ApiObject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The record that Helm keeps of a release in the cluster. It comes last of a chart's resources, as
 * with Helm: what it says is deployed then is there.
 *
 * <p>The name of the resource is {@code namespace/release}.
 */
public final class ReleaseHandler implements ResourceHandler<ReleaseSpec, ReleaseObserved> {
  private final Cluster cluster;
  private final Clock clock;

  public ReleaseHandler(Cluster cluster) {
    this(cluster, Clock.systemUTC());
  }

  ReleaseHandler(Cluster cluster, Clock clock) {
    this.cluster = Objects.requireNonNull(cluster, "cluster");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public String type() {
    return ReleaseSpec.TYPE;
  }

  @Override
  public Class<ReleaseSpec> specType() {
    return ReleaseSpec.class;
  }

  @Override
  public Optional<ReleaseObserved> read(Subject<ReleaseSpec> subject, Call call) {
    return Optional.ofNullable(readAll(List.of(subject), call).get(subject.id()));
  }

  @Override
  public Map<ResourceId, ReleaseObserved> readAll(List<Subject<ReleaseSpec>> subjects, Call call) {
    Map<ResourceId, ReleaseObserved> found = new HashMap<>();
    if (cluster.kinds().isEmpty()) {
      return found;
    }
    Map<String, Set<String>> byNamespace = new TreeMap<>();
    for (Subject<ReleaseSpec> subject : subjects) {
      ReleaseName name = ReleaseName.of(subject);
      byNamespace.computeIfAbsent(name.namespace(), _ -> new TreeSet<>()).add(name.name());
    }
    Map<ReleaseName, List<Revision>> revisions = new HashMap<>();
    byNamespace.forEach(
        (namespace, names) ->
            Revision.all(cluster, namespace, List.copyOf(names)).stream()
                .collect(java.util.stream.Collectors.groupingBy(Revision::release))
                .forEach((name, all) -> revisions.put(new ReleaseName(namespace, name), all)));
    for (Subject<ReleaseSpec> subject : subjects) {
      ReleaseName name = ReleaseName.of(subject);
      if (revisions.containsKey(name)) {
        boolean adopt = subject.spec().filter(ReleaseSpec::adopt).isPresent();
        found.put(subject.id(), observed(name, revisions.get(name), adopt, call));
      }
    }
    return found;
  }

  private ReleaseObserved observed(
      ReleaseName name, List<Revision> revisions, boolean adopt, Call call) {
    Revision newest = revisions.getFirst();
    Optional<Written> written = newest.written();
    return new ReleaseObserved(
        name.namespace(),
        name.name(),
        newest.number(),
        newest.status(),
        written.isPresent() ? "" : description(newest),
        written,
        revisions.stream().skip(1).anyMatch(older -> older.deployed() || older.pending()),
        ownership(revisions, adopt, call));
  }

  /** Helm passes the mark on to the revisions that it makes itself, but not every version does. */
  private static Ownership ownership(List<Revision> revisions, boolean adopt, Call call) {
    Optional<String> owner =
        revisions.stream().flatMap(revision -> revision.owner().stream()).findFirst();
    if (owner.isPresent()) {
      return owner.get().equals(call.owner()) ? Ownership.OURS : Ownership.FOREIGN;
    }
    return adopt ? Ownership.ADOPTABLE : Ownership.FOREIGN;
  }

  private String description(Revision revision) {
    return cluster
        .get(revision.key())
        .flatMap(ReleaseCodec::decode)
        .flatMap(release -> new ApiObject(release).text("info", "description"))
        .orElse("");
  }

  @Override
  public Diff diff(ReleaseSpec desired, ReleaseObserved observed) {
    Diff.Builder diff = Diff.builder();
    if (observed.written().isEmpty()) {
      String by = observed.description().isEmpty() ? "" : " (" + observed.description() + ")";
      return diff.field(
              "revision",
              observed.revision() + " by Helm, " + observed.status() + by,
              observed.revision() + 1 + " by Slipway, " + Revision.DEPLOYED)
          .build();
    }
    Written written = observed.written().get();
    diff.field("status", observed.status(), Revision.DEPLOYED)
        .field("chart", written.chart(), desired.chart())
        .field("chartVersion", written.chartVersion(), desired.chartVersion())
        .field("appVersion", written.appVersion(), desired.appVersion())
        .field("content", written.content(), Written.digest(desired.content()))
        .field("history", observed.untidy() ? "two revisions in use" : null, null);
    Set<String> markers = new TreeSet<>(written.holes().keySet());
    markers.addAll(desired.holes().keySet());
    for (String marker : markers) {
      Value<String> value = desired.holes().get(marker);
      diff.field(
          "values." + marker,
          written.holes().get(marker),
          value == null ? null : Written.digest(value));
    }
    return diff.build();
  }

  @Override
  public ReleaseObserved create(ResourceId id, ReleaseSpec spec, Call call) {
    return new ReleaseWriter(cluster, spec, call, clock.instant()).write();
  }

  @Override
  public ReleaseObserved update(
      ResourceId id, ReleaseSpec spec, ReleaseObserved observed, Call call) {
    return create(id, spec, call);
  }

  /** Every revision goes, the newest last, so that what is left is still seen to be ours. */
  @Override
  public void delete(Subject<ReleaseSpec> subject, ReleaseObserved observed, Call call) {
    for (Revision revision :
        Revision.all(cluster, observed.namespace(), observed.name()).reversed()) {
      cluster.delete(revision.key(), Optional.empty(), Propagation.BACKGROUND);
    }
  }

  @Override
  public Status status(ReleaseObserved observed) {
    if (observed.status().equals(Revision.DEPLOYED)) {
      return Status.CURRENT;
    }
    String by = observed.description().isEmpty() ? "" : ": " + observed.description();
    return Status.failed(
        "revision " + observed.revision() + " of the release is " + observed.status() + by);
  }

  @Override
  public Attributes predict(ReleaseSpec spec) {
    return ReleaseObserved.attributes(spec.namespace(), spec.name());
  }

  @Override
  public Attributes stable(ReleaseSpec desired, ReleaseObserved observed, Diff diff) {
    return diff.isEmpty() ? observed.attributes() : predict(desired);
  }
}
