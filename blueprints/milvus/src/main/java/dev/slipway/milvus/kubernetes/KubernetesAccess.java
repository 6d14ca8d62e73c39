package dev.slipway.milvus.kubernetes;

import dev.slipway.engine.resource.Value;
import dev.slipway.engine.stack.Output;
import dev.slipway.engine.verify.Route;
import dev.slipway.milvus.MilvusOutputs;
import dev.slipway.milvus.config.MilvusConfig;
import dev.slipway.milvus.config.kubernetes.ExposeConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Tls;
import dev.slipway.milvus.proof.Access;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a Milvus on a cluster is reached. */
public final class KubernetesAccess {
  /** The user that every Milvus has. */
  private static final String USER = "root";

  /** A network load balancer of a cloud takes minutes until its targets are healthy. */
  private static final Duration PROVISIONING = Duration.ofMinutes(5);

  private static final int ATTU_PORT = 3000;
  private static final int HTTPS = 443;

  private final MilvusConfig milvus;
  private final KubernetesConfig config;
  private final ReleaseNames names;
  private final StackCertificate certificate;

  KubernetesAccess(MilvusConfig milvus, ReleaseNames names, StackCertificate certificate) {
    this.milvus = milvus;
    this.config = milvus.kubernetes();
    this.names = names;
    this.certificate = certificate;
  }

  /** What its client must bring. */
  public Access client() {
    Duration patience =
        switch (config.expose().as()) {
          case CLUSTER_IP, NODE_PORT -> Duration.ZERO;
          case LOAD_BALANCER, INGRESS -> forwarded() ? Duration.ZERO : PROVISIONING;
        };
    return new Access(tls(), config.authentication(), patience);
  }

  /** What its user needs to reach it. */
  public List<Output> outputs() {
    List<Output> outputs = new ArrayList<>();
    outputs.add(uri());
    if (config.authentication()) {
      outputs.add(Output.of(MilvusOutputs.USER, Value.of(USER)));
      outputs.add(
          Output.sensitive(MilvusOutputs.PASSWORD, Value.ref(KubernetesMilvus.PASSWORD, "secret")));
    }
    if (tls()) {
      outputs.add(Output.of(MilvusOutputs.CA_FILE, StackCertificate.authorityFile()));
      outputs.add(
          Output.of(
              MilvusOutputs.SERVER_NAME, Value.of(certificate.serverName(config.expose().as()))));
    }
    if (config.attu().enabled()) {
      outputs.add(Output.of(MilvusOutputs.ATTU, Value.of(attu())));
    }
    return outputs;
  }

  /** The ways to what can't be reached directly. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    if (forwarded()) {
      routes.add(new Route(MilvusOutputs.URI, names.service(names.full()), milvus.port()));
    }
    if (config.attu().enabled() && config.attu().host().isEmpty()) {
      routes.add(new Route(MilvusOutputs.ATTU, names.service(names.attu()), ATTU_PORT));
    }
    return routes;
  }

  /** Whether Milvus is reached through a port-forward only. */
  public boolean forwarded() {
    return config.expose().internal() || config.expose().as() == ExposeConfig.Way.CLUSTER_IP;
  }

  private boolean tls() {
    return config.tls() == Tls.ONE_WAY || config.expose().as() == ExposeConfig.Way.INGRESS;
  }

  private Output uri() {
    ExposeConfig expose = config.expose();
    String scheme = tls() ? "https://" : "http://";
    String port = ":" + milvus.port();
    return switch (expose.as()) {
      case CLUSTER_IP -> plain(scheme + names.host(names.full()) + port);
      case INGRESS -> plain(scheme + expose.host().orElseThrow() + ":" + HTTPS);
      case LOAD_BALANCER ->
          Output.of(MilvusOutputs.URI, Value.ref(names.service(names.full()), "address"))
              .between(scheme, port);
      case NODE_PORT ->
          Output.of(MilvusOutputs.URI, Value.ref(names.service(names.full()), "node-port.milvus"))
              .between(scheme + expose.host().orElseThrow() + ":", "");
    };
  }

  private static Output plain(String uri) {
    return Output.of(MilvusOutputs.URI, Value.of(uri));
  }

  private String attu() {
    return config
        .attu()
        .host()
        .map(host -> "http://" + host)
        .orElseGet(() -> "http://" + names.host(names.attu()) + ":" + ATTU_PORT);
  }
}
