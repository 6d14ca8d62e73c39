package dev.slipway.milvus.kubernetes;

import dev.slipway.milvus.config.MilvusConfig;
import dev.slipway.milvus.config.kubernetes.Component;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Mode;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of the Milvus chart, as its versions 4.2 read them. Passwords and keys reach Milvus as
 * environment variables from Secrets (its configuration takes {@code COMMON_SECURITY_…} for {@code
 * common.security.…}), since the chart's own way leads through a ConfigMap.
 */
final class ChartValues {
  private static final String CERTIFICATES = "/etc/milvus/certs";

  private final MilvusConfig milvus;
  private final KubernetesConfig config;
  private final ReleaseNames names;
  private final StorageValues storage;
  private final Tree values = new Tree();

  private ChartValues(MilvusConfig milvus, ReleaseNames names, Optional<MadeBucket> bucket) {
    this.milvus = milvus;
    this.config = milvus.kubernetes();
    this.names = names;
    this.storage = new StorageValues(config, milvus.data(), names, bucket);
  }

  static Map<String, Object> of(
      MilvusConfig milvus, ReleaseNames names, Optional<MadeBucket> bucket) {
    return new ChartValues(milvus, names, bucket).build();
  }

  private Map<String, Object> build() {
    values.put("cluster.enabled", config.mode() == Mode.CLUSTER);
    values.put("image.all.tag", "v" + config.version());
    values.put("extraConfigFiles", Map.of("user.yaml", settings()));
    for (Component component : Component.of(config.mode())) {
      component(component);
    }
    if (config.mode() == Mode.STANDALONE) {
      standalone();
    }
    if (config.tls() == Tls.ONE_WAY) {
      certificate();
    }
    storage.putInto(values);
    new QueueValues(config).putInto(values);
    new ExposeValues(milvus, names).putInto(values);
    return Tree.merged(values.values(), config.values());
  }

  /** What is laid over Milvus' own settings. */
  private String settings() {
    List<String> lines = new ArrayList<>();
    lines.add("common:");
    lines.add("  security:");
    lines.add("    authorizationEnabled: " + config.authentication());
    if (config.tls() == Tls.ONE_WAY) {
      lines.add("    tlsMode: 1");
      lines.add("tls:");
      lines.add("  serverPemPath: " + CERTIFICATES + "/tls.crt");
      lines.add("  serverKeyPath: " + CERTIFICATES + "/tls.key");
    }
    return String.join("\n", lines);
  }

  private void component(Component component) {
    Sizing sizing = Sizing.of(config, component);
    String key = component.valuesKey();
    values.put(key + ".resources", sizing.resources());
    boolean scaled = config.autoscaling().isPresent() && component.scales();
    if (component != Component.STANDALONE) {
      // Without a number of its own, so that it stays what the autoscaler makes it.
      values.put(key + ".replicas", scaled ? -1 : sizing.replicas());
    }
    if (component == Component.COORDINATOR && sizing.replicas() > 1) {
      values.put(key + ".activeStandby.enabled", true);
    }
    List<Map<String, Object>> environment = new ArrayList<>(storage.keys());
    boolean keepsUsers = component == Component.STANDALONE || component == Component.COORDINATOR;
    if (config.authentication() && keepsUsers) {
      environment.add(
          fromSecret("COMMON_SECURITY_DEFAULTROOTPASSWORD", names.password(), "password"));
    }
    if (!environment.isEmpty()) {
      values.put(key + ".extraEnv", environment);
    }
  }

  private void standalone() {
    String claim = "standalone.persistence.persistentVolumeClaim";
    values.put(claim + ".size", config.storage().size());
    config.storage().storageClass().ifPresent(name -> values.put(claim + ".storageClass", name));
    values.put("standalone.persistence.annotations", StorageValues.policy(milvus.data()));
    values.put(
        "standalone.messageQueue",
        switch (config.theQueue()) {
          case ROCKSMQ -> "rocksmq";
          case KAFKA -> "kafka";
          case PULSAR -> "pulsar";
        });
  }

  private void certificate() {
    String above = config.mode() == Mode.CLUSTER ? "proxy." : "";
    values.put(
        above + "volumes",
        List.of(Map.of("name", "milvus-tls", "secret", Map.of("secretName", names.certificate()))));
    values.put(
        above + "volumeMounts",
        List.of(Map.of("name", "milvus-tls", "mountPath", CERTIFICATES, "readOnly", true)));
    // Milvus reads its certificate once: another one makes other pods.
    values.put(
        above + "annotations",
        Map.of("slipway.dev/certificate-until", StackCertificate.notAfter()));
  }

  static Map<String, Object> fromSecret(String variable, String secret, String key) {
    return Map.of(
        "name", variable, "valueFrom", Map.of("secretKeyRef", Map.of("name", secret, "key", key)));
  }
}
