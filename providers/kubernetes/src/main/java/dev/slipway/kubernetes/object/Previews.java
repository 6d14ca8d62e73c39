package dev.slipway.kubernetes.object;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.cluster.Cluster.Application;
import dev.slipway.kubernetes.schema.Schemas;
import java.util.Optional;

/** Asks the server what an update would come to, where it can't be told without. */
record Previews(Cluster cluster, Schemas schemas) {

  ObservedObject of(ObjectSpec spec, ObservedObject observed, Call call) {
    if (observed.ownership() == ObservedObject.Ownership.FOREIGN
        || observed.live().deleting()
        || Wanted.isOpen(spec)
        || new ObjectDiff(spec, observed, schemas).offline().same()) {
      return observed;
    }
    try {
      // What other managers would lose is known from the live object: the server tells the rest.
      Filling filling = new Filling(spec, call.secrets());
      ApiObject answer =
          cluster.apply(
              HandedOver.without(
                  filling.object(observed.marks()), observed.live(), spec.fieldManager()),
              new Application(spec.fieldManager(), true, true));
      return observed.previewed(
          new Preview.Accepted(spec, filling.masked(answer), replaced(spec, observed, filling)));
    } catch (ProviderException refused) {
      // A passing fault says nothing of the update: it is judged without the server.
      return refused.retry() == ProviderException.Retry.NEVER
          ? observed.previewed(new Preview.Refused(spec, refused.first()))
          : observed;
    } catch (DiagnosticException _) {
      // A secret isn't there: whoever wants the update hears of it when it is made.
      return observed;
    }
  }

  private Optional<ApiObject> replaced(ObjectSpec spec, ObservedObject observed, Filling filling) {
    if (Managers.of(observed.live(), spec.fieldManager()).former().isEmpty()) {
      return Optional.empty();
    }
    try {
      String version = observed.live().text("metadata", "resourceVersion").orElseThrow();
      ApiObject desired =
          filling.object(observed.marks()).with(version, "metadata", "resourceVersion");
      return Optional.of(filling.masked(cluster.replaced(desired)));
    } catch (ProviderException _) {
      return Optional.empty();
    }
  }
}
