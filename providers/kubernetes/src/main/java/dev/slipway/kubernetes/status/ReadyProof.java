package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.CheckFailure;
import dev.slipway.engine.verify.Endpoint;
import dev.slipway.engine.verify.Proof;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Parallel;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Proves that the objects of a stack are there and ready. */
public final class ReadyProof {
  private static final String SYSTEM = "kubernetes";

  private ReadyProof() {}

  /**
   * A proof of one check.
   *
   * @param objects every object of the stack
   * @param labels label selector that finds them
   * @param readiness tells whether an object is ready, and why not
   */
  public static Proof of(
      List<ObjectKey> objects,
      String labels,
      Cluster cluster,
      Function<ApiObject, Status> readiness) {
    return new Proof(SYSTEM, List.of(new Ready(List.copyOf(objects), labels, cluster, readiness)));
  }

  /** Where objects of a kind are: who may work in one namespace only may list only there. */
  private record Place(String apiVersion, String kind, Optional<String> namespace) {
    ObjectKey key(ApiObject object) {
      return new ObjectKey(apiVersion, kind, object.namespace(), object.name());
    }
  }

  private record Ready(
      List<ObjectKey> objects,
      String labels,
      Cluster cluster,
      Function<ApiObject, Status> readiness)
      implements Check {
    @Override
    public String name() {
      return "every object is there and ready";
    }

    @Override
    public String run(Endpoint endpoint) throws CheckFailure {
      Map<ObjectKey, ApiObject> live = live();
      List<String> unready = new ArrayList<>();
      for (ObjectKey key : objects) {
        ApiObject object = live.get(key);
        Status status = object == null ? Status.NOT_FOUND : readiness.apply(object);
        why(status).ifPresent(reason -> unready.add(key + ": " + reason));
      }
      if (!unready.isEmpty()) {
        throw new CheckFailure(
            unready.size()
                + " of "
                + objects.size()
                + " objects aren't:\n"
                + String.join("\n", unready),
            "Look at their logs, then bring the stack up again:\n  slipway logs");
      }
      return objects.size() + " objects";
    }

    private Map<ObjectKey, ApiObject> live() {
      Map<ObjectKey, ApiObject> live = new HashMap<>();
      Set<Place> places =
          objects.stream()
              .map(key -> new Place(key.apiVersion(), key.kind(), key.namespace()))
              .collect(Collectors.toSet());
      Parallel.map(places, this::all).forEach(live::putAll);
      return live;
    }

    private Map<ObjectKey, ApiObject> all(Place place) {
      Map<ObjectKey, ApiObject> live = new HashMap<>();
      cluster
          .list(place.apiVersion(), place.kind(), place.namespace(), labels)
          .forEach(object -> live.put(place.key(object), object));
      return live;
    }

    private static Optional<String> why(Status status) {
      return switch (status) {
        case Status.Current _ -> Optional.empty();
        case Status.InProgress(String reason) -> Optional.of(reason);
        case Status.Failed(String reason) -> Optional.of(reason);
        case Status.Terminating(String reason) -> Optional.of("it is being deleted: " + reason);
        case Status.NotFound _ -> Optional.of("it isn't there");
      };
    }
  }
}
