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

  /**
   * What was made, as far as anybody knows, is listed by its mark; the rest is asked for by name.
   */
  private Map<ResourceId, ObservedObject> lookAt(Place place, List<Sought> sought, Call call) {
    Map<String, ApiObject> live = new HashMap<>();
    boolean made = sought.stream().anyMatch(one -> one.subject().last().isPresent());
    if (sought.size() > 1 && made) {
      live.putAll(marked(place, call));
    }
    List<Sought> missing =
        sought.stream().filter(one -> !live.containsKey(one.key().name())).toList();
    if (missing.size() <= FEW) {
      live.putAll(oneByOne(missing));
    } else {
      live.putAll(unknown(place, missing, made, call));
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

  private Map<String, ApiObject> marked(Place place, Call call) {
    Map<String, ApiObject> found = new HashMap<>();
    cluster
        .list(place.apiVersion(), place.kind(), place.namespace(), Mark.OWNER + "=" + call.owner())
        .forEach(object -> found.put(object.name(), object));
    return found;
  }

  private Map<String, ApiObject> oneByOne(List<Sought> sought) {
    Map<String, ApiObject> found = new HashMap<>();
    Parallel.map(sought, one -> cluster.get(one.key()))
        .forEach(object -> object.ifPresent(live -> found.put(live.name(), live)));
    return found;
  }

  /**
   * What is there of many: whole if it is ours or may be taken over, else its metadata only.
   *
   * @param listed whether what carries the mark was listed already
   */
  private Map<String, ApiObject> unknown(
      Place place, List<Sought> missing, boolean listed, Call call) {
    Map<String, ApiObject> there = new HashMap<>();
    cluster
        .listMetadata(place.apiVersion(), place.kind(), place.namespace(), "")
        .forEach(object -> there.put(object.name(), object));
    Map<String, ApiObject> found = new HashMap<>();
    List<Sought> whole = new ArrayList<>();
    for (Sought one : missing) {
      ApiObject metadata = there.get(one.key().name());
      if (metadata != null) {
        boolean foreign =
            Ownerships.of(metadata, one.subject().spec(), call.owner()) == Ownership.FOREIGN;
        if (foreign) {
          found.put(metadata.name(), metadata);
        } else {
          whole.add(one);
        }
      }
    }
    if (whole.size() > FEW && !listed) {
      found.putAll(marked(place, call));
      whole.removeIf(one -> found.containsKey(one.key().name()));
    }
    found.putAll(oneByOne(whole));
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
