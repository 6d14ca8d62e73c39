package dev.slipway.kubernetes.object;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Cluster.Application;
import dev.slipway.kubernetes.cluster.Kinds;
import java.util.List;
import java.util.Optional;

/**
 * Makes and changes objects by server-side apply.
 *
 * @param force whether fields are taken from other managers
 */
record ObjectWriter(Cluster cluster, boolean force) {
  /** A version that no object has any more: an apply with it makes one and never changes one. */
  private static final String NEW = "1";

  private static final String DEFINITION = "CustomResourceDefinition.apiextensions.k8s.io";

  ObservedObject create(ResourceId id, ObjectSpec spec, Call call) {
    ObjectKey key = spec.key();
    Optional<Kinds> kinds = cluster.kinds();
    if (kinds.flatMap(known -> known.find(key.apiVersion(), key.kind())).isEmpty()) {
      cluster.forgetKinds();
    }
    ApiObject whole = HandedOver.atFirst(whole(spec, call));
    try {
      return apply(id, spec, whole.with(NEW, "metadata", "resourceVersion"), force, call);
    } catch (ProviderException there) {
      if (!there.first().code().equals("KUBERNETES-CHANGED-MEANWHILE") || !isOurs(spec, call)) {
        throw there;
      }
      return apply(id, spec, whole, force, call);
    }
  }

  private boolean isOurs(ObjectSpec spec, Call call) {
    return cluster
        .get(spec.key())
        .map(live -> Ownerships.of(live, Optional.of(spec), call.owner()))
        .filter(whose -> whose == Ownership.OURS)
        .isPresent();
  }

  ObservedObject update(ResourceId id, ObjectSpec spec, ObservedObject observed, Call call) {
    boolean former = !Managers.of(observed.live(), spec.fieldManager()).former().isEmpty();
    if (former) {
      List<?> migration = Managers.migration(observed.live(), spec.fieldManager());
      cluster.patch(observed.live().key(), migration);
    }
    boolean adopts = observed.ownership() == ObservedObject.Ownership.ADOPTABLE;
    ApiObject whole = HandedOver.without(whole(spec, call), observed.live(), spec.fieldManager());
    return apply(id, spec, whole, force || adopts, call);
  }

  private static ApiObject whole(ObjectSpec spec, Call call) {
    return new Filling(spec, call.secrets()).object(ObjectReader.marks(call));
  }

  private ObservedObject apply(
      ResourceId id, ObjectSpec spec, ApiObject whole, boolean force, Call call) {
    ApiObject live = cluster.apply(whole, new Application(spec.fieldManager(), force, false));
    if (spec.key().groupKind().equals(DEFINITION)) {
      cluster.forgetKinds();
    }
    return ObjectReader.observed(
        live, new Subject<>(id, Optional.of(spec), Optional.empty()), call);
  }
}
