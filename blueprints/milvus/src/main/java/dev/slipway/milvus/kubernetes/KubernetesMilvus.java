package dev.slipway.milvus.kubernetes;

import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.engine.stack.Site;
import dev.slipway.kubernetes.chart.ChartSpec;
import dev.slipway.local.secret.SecretSpec;
import dev.slipway.milvus.config.MilvusConfig;
import dev.slipway.milvus.config.kubernetes.ChartConfig;
import dev.slipway.milvus.config.kubernetes.ExposeConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Milvus on a Kubernetes cluster: the objects of its chart, and beside them what the chart has no
 * good way for, passwords and a certificate that no ConfigMap shows, and autoscalers.
 */
public final class KubernetesMilvus {
  static final ResourceId PASSWORD = new ResourceId(SecretSpec.TYPE, "milvus-root");
  private static final ResourceId STORAGE_KEY = new ResourceId(SecretSpec.TYPE, "milvus-storage");
  private static final int PASSWORD_LENGTH = 32;

  private final MilvusConfig milvus;
  private final KubernetesConfig config;
  private final Site site;
  private final ReleaseNames names;
  private final StackCertificate certificate;
  private final Optional<MadeBucket> bucket;

  /** One that keeps its vectors in volumes, or in a bucket that is there. */
  public KubernetesMilvus(MilvusConfig milvus, Site site) {
    this(milvus, site, Optional.empty());
  }

  /**
   * @param bucket that the stack makes for it
   */
  public KubernetesMilvus(MilvusConfig milvus, Site site, Optional<MadeBucket> bucket) {
    this.bucket = bucket;
    this.milvus = milvus;
    this.config = milvus.kubernetes();
    this.site = site;
    this.names = new ReleaseNames(config.chart().release(), config.namespace());
    this.certificate = StackCertificate.of(site.stack(), names, config.expose());
  }

  /** How it is reached. */
  public KubernetesAccess access() {
    return new KubernetesAccess(milvus, names, certificate);
  }

  /** Everything that Milvus needs there. */
  public List<Resource<?>> resources() {
    OwnObjects own = new OwnObjects(config, names);
    Removal data =
        switch (milvus.data()) {
          case KEEP -> Removal.KEEP;
          case DELETE -> Removal.DELETE;
        };
    List<Resource<?>> all = new ArrayList<>();
    if (config.createNamespace()) {
      // The claims of kept data live and die with their namespace.
      all.add(own.namespace().onRemoval(data));
    }
    if (config.authentication()) {
      // The kept data knows this password and no other.
      all.add(Resource.of(PASSWORD, new SecretSpec(PASSWORD_LENGTH)).onRemoval(data));
      all.add(
          own.secret(
              names.password(), "Opaque", Map.of("password", Value.ref(PASSWORD, "secret"))));
    }
    if (config.storage().s3().isEmpty() && bucket.isEmpty()) {
      all.add(Resource.of(STORAGE_KEY, new SecretSpec(PASSWORD_LENGTH)).onRemoval(data));
      all.add(
          own.secret(
              names.storage(),
              "Opaque",
              Map.of(
                  "accesskey", StorageValues.USER, "secretkey", Value.ref(STORAGE_KEY, "secret"))));
    }
    if (config.tls() == Tls.ONE_WAY || config.expose().as() == ExposeConfig.Way.INGRESS) {
      all.addAll(certificate.resources());
      all.add(own.secret(names.certificate(), "kubernetes.io/tls", StackCertificate.secret()));
    }
    all.add(Resource.of(new ResourceId(ChartSpec.TYPE, names.release()), chart(data)));
    all.addAll(own.autoscalers());
    all.addAll(own.budgets());
    return all;
  }

  private ChartSpec chart(Removal data) {
    ChartConfig chart = config.chart();
    Optional<String> repository = chart.source();
    return new ChartSpec(
        names.release(),
        names.namespace(),
        chart.isFolder() ? site.path(chart.name()) : chart.name(),
        repository,
        Optional.of(chart.version()),
        ChartValues.of(milvus, names, bucket),
        false,
        chart.adopt(),
        true,
        data);
  }
}
