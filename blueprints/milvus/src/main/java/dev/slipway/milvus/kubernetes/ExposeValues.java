package dev.slipway.milvus.kubernetes;

import dev.slipway.milvus.config.MilvusConfig;
import dev.slipway.milvus.config.kubernetes.AttuConfig;
import dev.slipway.milvus.config.kubernetes.ExposeConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Tls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chart's values for Service, Ingress and Attu. */
record ExposeValues(MilvusConfig milvus, ReleaseNames names) {
  void putInto(Tree values) {
    ExposeConfig expose = milvus.kubernetes().expose();
    values.put("service.port", milvus.port());
    values.put(
        "service.type",
        switch (expose.as()) {
          case CLUSTER_IP, INGRESS -> "ClusterIP";
          case NODE_PORT -> "NodePort";
          case LOAD_BALANCER -> "LoadBalancer";
        });
    expose.nodePort().ifPresent(port -> values.put("service.nodePort", port));
    if (!expose.sourceRanges().isEmpty()) {
      values.put("service.loadBalancerSourceRanges", expose.sourceRanges());
    }
    if (expose.as() == ExposeConfig.Way.INGRESS) {
      ingress(values, expose);
    } else if (!expose.annotations().isEmpty()) {
      values.put("service.annotations", expose.annotations());
    }
    attu(values, milvus.kubernetes().attu());
  }

  private void ingress(Tree values, ExposeConfig expose) {
    String host = expose.host().orElseThrow();
    Map<String, String> annotations = new LinkedHashMap<>();
    annotations.put(
        "nginx.ingress.kubernetes.io/backend-protocol",
        milvus.kubernetes().tls() == Tls.ONE_WAY ? "GRPCS" : "GRPC");
    annotations.put("nginx.ingress.kubernetes.io/proxy-body-size", "64m");
    annotations.putAll(expose.annotations());
    values.put("ingress.enabled", true);
    values.put("ingress.annotations", annotations);
    values.put("ingress.rules", List.of(Map.of("host", host, "path", "/", "pathType", "Prefix")));
    values.put(
        "ingress.tls", List.of(Map.of("secretName", names.certificate(), "hosts", List.of(host))));
    expose.ingressClass().ifPresent(name -> values.put("ingress.ingressClassName", name));
  }

  private static void attu(Tree values, AttuConfig attu) {
    if (!attu.enabled()) {
      return;
    }
    values.put("attu.enabled", true);
    values.put("attu.image.tag", "v" + attu.version());
    attu.host()
        .ifPresent(
            host -> {
              values.put("attu.ingress.enabled", true);
              values.put("attu.ingress.hosts", List.of(host));
              attu.ingressClass()
                  .ifPresent(name -> values.put("attu.ingress.ingressClassName", name));
            });
  }
}
