package dev.slipway.kubernetes.object;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.Mark;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Kinds;
import dev.slipway.kubernetes.cluster.Parallel;
import dev.slipway.kubernetes.schema.Schemas;
import dev.slipway.kubernetes.status.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks objects up: one by one, or many with few requests. */
record ObjectReader(Cluster cluster, Schemas schemas) {
  /** Up to so many objects that a list by mark doesn't show are asked for one by one. */
  private static final int FEW = 3;

  private record Place(String apiVersion, String kind, Optional<String> namespace) {}

  private record Sought(ObjectKey key, Subject<ObjectSpec> subject) {}

  /** The object without a preview. */
  Optional<ObservedObject> find(Subject<ObjectSpec> subject, Call call) {
    return kinds(List.of(subject))
        .flatMap(kinds -> Located.of(subject, kinds))
        .flatMap(cluster::get)
        .map(live -> observed(live, subject, call));
  }

  Optional<ObservedObject> read(Subject<ObjectSpec> subject, Call call) {
    return find(subject, call).map(observed -> previewed(observed, subject, call));
  }

  /** Where something was seen, a cluster that doesn't answer isn't one that doesn't exist yet. */
  private Optional<Kinds> kinds(List<Subject<ObjectSpec>> subjects) {
    if (subjects.stream().anyMatch(subject -> subject.last().isPresent())) {
      cluster.mustAnswer();
    }
    return cluster.kinds();
  }

  Map<ResourceId, ObservedObject> readAll(List<Subject<ObjectSpec>> subjects, Call call) {
    Optional<Kinds> kinds = kinds(subjects);
    if (kinds.isEmpty()) {
      return Map.of();
    }
    Map<Place, List<Sought>> places = new LinkedHashMap<>();
    for (Subject<ObjectSpec> subject : subjects) {
      Located.of(subject, kinds.get())
          .ifPresent(
              key ->
                  places
                      .computeIfAbsent(
                          new Place(key.apiVersion(), key.kind(), key.namespace()),
                          _ -> new ArrayList<>())
                      .add(new Sought(key, subject)));
    }
    Map<ResourceId, ObservedObject> found = new LinkedHashMap<>();
    Parallel.map(places.entrySet(), place -> lookAt(place.getKey(), place.getValue(), call))
        .forEach(found::putAll);
    Map<ResourceId, Subject<ObjectSpec>> byId = new HashMap<>();
    subjects.forEach(subject -> byId.put(subject.id(), subject));
    Parallel.map(
            found.entrySet(),
            entry ->
                Map.entry(
                    entry.getKey(), previewed(entry.getValue(), byId.get(entry.getKey()), call)))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private Map<ResourceId, ObservedObject> lookAt(Place place, List<Sought> sought, Call call) {
    Map<String, ApiObject> live = new HashMap<>();
    if (sought.size() > 1) {
      cluster
          .list(
              place.apiVersion(), place.kind(), place.namespace(), Mark.OWNER + "=" + call.owner())
          .forEach(object -> live.put(object.name(), object));
    }
    List<Sought> missing =
        sought.stream().filter(one -> !live.containsKey(one.key().name())).toList();
    if (missing.size() <= FEW) {
      Parallel.map(missing, one -> cluster.get(one.key()))
          .forEach(object -> object.ifPresent(there -> live.put(there.name(), there)));
    } else {
      live.putAll(foreign(place, missing, call));
    }
    Map<ResourceId, ObservedObject> found = new LinkedHashMap<>();
    for (Sought one : sought) {
      ApiObject object = live.get(one.key().name());
      if (object != null) {
        found.put(one.subject().id(), observed(object, one.subject(), call));
      }
    }
    return found;
  }

  /** What is there without our mark; whole if it may be taken over, else its metadata only. */
  private Map<String, ApiObject> foreign(Place place, List<Sought> missing, Call call) {
    Map<String, ApiObject> listed = new HashMap<>();
    cluster
        .listMetadata(place.apiVersion(), place.kind(), place.namespace(), "")
        .forEach(object -> listed.put(object.name(), object));
    List<Sought> there =
        missing.stream().filter(one -> listed.containsKey(one.key().name())).toList();
    Map<String, ApiObject> found = new HashMap<>();
    Parallel.map(
            there,
            one -> {
              ApiObject metadata = listed.get(one.key().name());
              boolean foreign =
                  Ownerships.of(metadata, one.subject().spec(), call.owner()) == Ownership.FOREIGN;
              return foreign ? Optional.of(metadata) : cluster.get(one.key());
            })
        .forEach(object -> object.ifPresent(live -> found.put(live.name(), live)));
    return found;
  }

  private ObservedObject previewed(
      ObservedObject observed, Subject<ObjectSpec> subject, Call call) {
    return subject
        .spec()
        .map(spec -> new Previews(cluster, schemas).of(spec, observed, call))
        .orElse(observed);
  }

  static ObservedObject observed(ApiObject live, Subject<ObjectSpec> subject, Call call) {
    return new ObservedObject(
        live,
        Evidence.NONE,
        Optional.empty(),
        Ownerships.of(live, subject.spec(), call.owner()),
        marks(call),
        SecretSight.of(subject.spec(), call.secrets()),
        Optional.empty());
  }

  static Map<String, String> marks(Call call) {
    return Map.of(Mark.OWNER, call.owner(), Mark.STACK, call.stack());
  }
}
