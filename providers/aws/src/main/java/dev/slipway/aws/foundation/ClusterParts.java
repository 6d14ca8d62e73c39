package dev.slipway.aws.foundation;

import dev.slipway.aws.eks.podidentity.PodIdentitySpec;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.kubernetes.chart.ChartSpec;
import dev.slipway.kubernetes.object.ObjectKey;
import dev.slipway.kubernetes.object.ObjectSpec;
import dev.slipway.kubernetes.storageclass.DefaultClassSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Slipway installs in the cluster for all systems: storage, load balancers, autoscaling. */
final class ClusterParts {
  static final String STORAGE_CLASS = "ebs-gp3-sc";
  private static final String CONTROLLER = "aws-load-balancer-controller";
  private static final String NAMESPACE = "kube-system";

  private final EksConfig config;
  private final EksNames names;

  ClusterParts(EksConfig config, EksNames names) {
    this.config = config;
    this.names = names;
  }

  /** What gives their pods roles. */
  List<ResourceId> identities() {
    List<ResourceId> ids = new ArrayList<>();
    if (config.loadBalancers().enabled()) {
      ids.add(identity(CONTROLLER).id());
    }
    if (config.autoscaler().enabled()) {
      ids.add(identity(AutoscalerObjects.NAME).id());
    }
    return ids;
  }

  List<Resource<?>> resources() {
    List<Resource<?>> all = new ArrayList<>(storage());
    if (config.loadBalancers().enabled()) {
      all.add(
          PodRole.of(
              CONTROLLER,
              names.iam(CONTROLLER),
              config.tags(),
              LoadBalancerPolicy.of(names.cluster())));
      all.add(identity(CONTROLLER));
      all.add(controller());
    }
    if (config.autoscaler().enabled()) {
      all.add(
          PodRole.of(
              AutoscalerObjects.NAME,
              names.iam(AutoscalerObjects.NAME),
              config.tags(),
              AutoscalerPolicy.of(names.cluster())));
      all.add(identity(AutoscalerObjects.NAME));
      all.addAll(
          new AutoscalerObjects(
                  names.cluster(),
                  config.region(),
                  config.autoscaler().version().orElse(config.version() + ".0"))
              .all());
    }
    return all;
  }

  private static List<Resource<?>> storage() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("apiVersion", "storage.k8s.io/v1");
    tree.put("kind", "StorageClass");
    tree.put(
        "metadata",
        Map.of(
            "name",
            STORAGE_CLASS,
            "annotations",
            Map.of("storageclass.kubernetes.io/is-default-class", "true")));
    tree.put("provisioner", "ebs.csi.aws.com");
    tree.put("volumeBindingMode", "WaitForFirstConsumer");
    tree.put("allowVolumeExpansion", true);
    tree.put("parameters", Map.of("type", "gp3", "encrypted", "true"));
    ObjectSpec storageClass = ObjectSpec.of(tree);
    ObjectKey key = storageClass.key();
    return List.of(
        Resource.of(key.id(), storageClass),
        Resource.of(
                new ResourceId(DefaultClassSpec.TYPE, STORAGE_CLASS),
                new DefaultClassSpec(STORAGE_CLASS))
            .after(key.id()));
  }

  private Resource<PodIdentitySpec> identity(String name) {
    return Resource.of(
        new ResourceId(PodIdentitySpec.TYPE, name),
        new PodIdentitySpec(EksNames.made(), NAMESPACE, name, PodRole.arn(name), config.tags()));
  }

  /** It is told where it is, since pods don't reach the metadata of their machines. */
  private Resource<ChartSpec> controller() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("clusterName", names.cluster());
    values.put("region", config.region());
    values.put("vpcId", Value.ref(EksNames.CLUSTER, "vpc"));
    values.put("serviceAccount", Map.of("create", true, "name", CONTROLLER));
    values.put("enableShield", false);
    values.put("enableWaf", false);
    values.put("enableWafv2", false);
    ControllerConfig chart = config.loadBalancers();
    return Resource.of(
        new ResourceId(ChartSpec.TYPE, CONTROLLER),
        new ChartSpec(
            CONTROLLER,
            NAMESPACE,
            CONTROLLER,
            Optional.of(chart.repository()),
            Optional.of(chart.version()),
            values,
            false,
            false,
            true,
            Removal.KEEP));
  }

  /** What everything that asks for a load balancer comes after. */
  List<ResourceId> loadBalancers() {
    return config.loadBalancers().enabled() ? List.of(controller().id()) : List.of();
  }
}
