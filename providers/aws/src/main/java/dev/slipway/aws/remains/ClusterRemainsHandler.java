package dev.slipway.aws.remains;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.provider.Waiting;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Removes what a cluster has left. */
public final class ClusterRemainsHandler
    implements ResourceHandler<ClusterRemainsSpec, ClusterRemainsObserved> {
  /** A load balancer's network interfaces go some minutes after it. */
  private static final Waiting WAITING =
      new Waiting(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(15));

  private final ClusterRemains remains;

  public ClusterRemainsHandler(ClusterRemains remains) {
    this.remains = remains;
  }

  @Override
  public String type() {
    return ClusterRemainsSpec.TYPE;
  }

  @Override
  public Class<ClusterRemainsSpec> specType() {
    return ClusterRemainsSpec.class;
  }

  /** It is there once the stack has been begun. */
  @Override
  public Optional<ClusterRemainsObserved> read(Subject<ClusterRemainsSpec> subject, Call call) {
    return subject.last().flatMap(last -> last.text("cluster")).map(this::untouched);
  }

  private ClusterRemainsObserved untouched(String cluster) {
    return new ClusterRemainsObserved(cluster, List.of());
  }

  @Override
  public Diff diff(ClusterRemainsSpec desired, ClusterRemainsObserved observed) {
    return Diff.builder().immutable("cluster", observed.cluster(), desired.cluster()).build();
  }

  @Override
  public ClusterRemainsObserved create(ResourceId id, ClusterRemainsSpec spec, Call call) {
    return untouched(spec.cluster());
  }

  @Override
  public ClusterRemainsObserved update(
      ResourceId id, ClusterRemainsSpec spec, ClusterRemainsObserved observed, Call call) {
    return observed;
  }

  @Override
  public void delete(
      Subject<ClusterRemainsSpec> subject, ClusterRemainsObserved observed, Call call) {
    remove(observed.cluster());
  }

  /** What others hold is asked for again and again, since those go as well. */
  @Override
  public Optional<ClusterRemainsObserved> readDeleted(
      Subject<ClusterRemainsSpec> subject, Call call) {
    return subject
        .last()
        .flatMap(last -> last.text("cluster"))
        .or(() -> subject.spec().map(ClusterRemainsSpec::cluster))
        .map(this::remove)
        .filter(left -> !left.held().isEmpty());
  }

  private ClusterRemainsObserved remove(String cluster) {
    Map<Trace, AwsServiceException> held = remains.removeOnce(cluster).held();
    if (!held.isEmpty()) {
      return new ClusterRemainsObserved(
          cluster,
          held.entrySet().stream()
              .map(
                  entry ->
                      "the %s %s (%s)"
                          .formatted(
                              entry.getKey().kind(),
                              entry.getKey().name(),
                              entry.getValue().awsErrorDetails().errorMessage()))
              .toList());
    }
    return new ClusterRemainsObserved(
        cluster,
        remains.of(cluster).stream()
            .map(trace -> "the %s %s".formatted(trace.kind(), trace.name()))
            .toList());
  }

  @Override
  public Status status(ClusterRemainsObserved observed) {
    return observed.held().isEmpty()
        ? Status.CURRENT
        : new Status.Terminating(
            "there is still "
                + observed.held().stream().limit(3).collect(Collectors.joining(", "))
                + (observed.held().size() > 3 ? " and more" : ""));
  }

  @Override
  public Attributes predict(ClusterRemainsSpec spec) {
    return Attributes.of("cluster", spec.cluster());
  }

  @Override
  public Waiting waiting() {
    return WAITING;
  }
}
