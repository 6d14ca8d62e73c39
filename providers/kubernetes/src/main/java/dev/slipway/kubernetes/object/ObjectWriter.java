package dev.slipway.kubernetes.object;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Cluster.Application;
import dev.slipway.kubernetes.cluster.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes and changes objects by server-side apply.
 *
 * @param force whether fields are taken from other managers
 */
record ObjectWriter(Cluster cluster, boolean force) {
  private static final String DEFINITION = "CustomResourceDefinition.apiextensions.k8s.io";

  ObservedObject create(ResourceId id, ObjectSpec spec, Call call) {
    ObjectKey key = spec.key();
    Optional<Kinds> kinds = cluster.kinds();
    if (kinds.flatMap(known -> known.find(key.apiVersion(), key.kind())).isEmpty()) {
      cluster.forgetKinds();
    }
    return apply(id, spec, HandedOver::atFirst, force, call);
  }

  ObservedObject update(ResourceId id, ObjectSpec spec, ObservedObject observed, Call call) {
    boolean former = !Managers.of(observed.live(), spec.fieldManager()).former().isEmpty();
    if (former) {
      List<?> migration = Managers.migration(observed.live(), spec.fieldManager());
      cluster.patch(observed.live().key(), migration);
    }
    boolean adopts = observed.ownership() == ObservedObject.Ownership.ADOPTABLE;
    return apply(
        id,
        spec,
        whole -> HandedOver.without(whole, observed.live(), spec.fieldManager()),
        force || adopts,
        call);
  }

  private ObservedObject apply(
      ResourceId id, ObjectSpec spec, UnaryOperator<ApiObject> change, boolean force, Call call) {
    ApiObject whole = new Filling(spec, call.secrets()).object(ObjectReader.marks(call));
    ApiObject live =
        cluster.apply(change.apply(whole), new Application(spec.fieldManager(), force, false));
    if (spec.key().groupKind().equals(DEFINITION)) {
      cluster.forgetKinds();
    }
    return ObjectReader.observed(
        live, new Subject<>(id, Optional.of(spec), Optional.empty()), call);
  }
}
