package dev.slipway.kubernetes;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.Expansion;
import dev.slipway.engine.provider.Provider.Purpose;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.Status;
import dev.slipway.engine.verify.Proof;
import dev.slipway.kubernetes.chart.ChartExpander;
import dev.slipway.kubernetes.chart.ManifestExpander;
import dev.slipway.kubernetes.chart.lock.LockedImages;
import dev.slipway.kubernetes.cluster.Cluster;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.kubernetes.order.DerivedOrder;
import dev.slipway.kubernetes.schema.BundledSchemas;
import dev.slipway.kubernetes.schema.PlannedSchemas;
import dev.slipway.kubernetes.schema.Schemas;
import dev.slipway.kubernetes.schema.Validation;
import dev.slipway.kubernetes.status.ReadyProof;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * From what a stack names to the objects that it wants: charts and files are replaced by their
 * objects, all objects are checked, and their order is derived.
 *
 * @param images held to what is locked
 * @param charts expands charts, which may have begun
 * @param readiness tells whether an object is ready, and why not
 * @param ground what the cluster itself is made of, if the stack makes it
 */
record ClusterExpansion(
    Cluster cluster,
    PlannedSchemas schemas,
    LockedImages images,
    ChartExpander charts,
    Function<ApiObject, Status> readiness,
    Ground ground) {

  Expansion expand(List<Resource<?>> wanted, Purpose purpose, Call call) {
    if (wanted.stream().noneMatch(ClusterExpansion::isOurs)) {
      return Expansion.of(wanted);
    }
    List<Proof> proofs = new ArrayList<>();
    List<Diagnostic> notices = new ArrayList<>();
    if (purpose == Purpose.UP && cluster.kinds().isEmpty()) {
      BundledSchemas.notice(schemas.version()).ifPresent(notices::add);
    }
    Expansion manifests =
        new ManifestExpander(cluster, schemas.builtIn(), images).expand(wanted, purpose, call);
    notices.addAll(manifests.notices());
    List<Resource<?>> resources = manifests.resources();
    if (resources.stream().anyMatch(ChartExpander::isChart)) {
      Expansion expansion = charts.expand(resources, purpose, call);
      resources = expansion.resources();
      proofs.addAll(expansion.proofs());
      notices.addAll(expansion.notices());
    }
    List<ApiObject> objects = objects(resources);
    Schemas known = schemas.bring(objects);
    if (purpose == Purpose.UP) {
      List<Diagnostic> problems = Validation.check(resources, schemas.builtIn(), cluster.kinds());
      if (!problems.isEmpty()) {
        throw new DiagnosticException(problems);
      }
    }
    proofs.addFirst(
        ReadyProof.of(
            objects.stream().map(ApiObject::key).toList(),
            Mark.OWNER + "=" + call.owner(),
            cluster,
            readiness));
    return new Expansion(DerivedOrder.of(ground.under(resources), known), proofs, notices);
  }

  private static boolean isOurs(Resource<?> resource) {
    return resource.id().type().startsWith(KubernetesProvider.NAME + ".");
  }

  private static List<ApiObject> objects(List<Resource<?>> resources) {
    List<ApiObject> objects = new ArrayList<>();
    for (Resource<?> resource : resources) {
      if (resource.spec() instanceof ObjectSpec spec) {
        objects.add(spec.object());
      }
    }
    return objects;
  }
}
