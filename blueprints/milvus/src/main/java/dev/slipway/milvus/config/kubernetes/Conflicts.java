package dev.slipway.milvus.config.kubernetes;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Nearest;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Mode;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Queue;
import dev.slipway.milvus.config.kubernetes.KubernetesConfig.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds settings that can't be together. */
final class Conflicts {
  private final List<Diagnostic> found = new ArrayList<>();

  List<Diagnostic> all() {
    return List.copyOf(found);
  }

  Conflicts components(Mode mode, Map<String, ComponentConfig> components) {
    List<String> known = Component.of(mode).stream().map(Component::key).toList();
    components.forEach(
        (name, config) -> {
          if (!known.contains(name)) {
            conflict(
                "In the mode %s Milvus has no part '%s'.".formatted(word(mode), name),
                Nearest.to(name, known)
                    .map(near -> "Did you mean '" + near + "'?")
                    .orElse("Name one of these: " + String.join(", ", known) + "."));
          } else if (mode == Mode.STANDALONE && config.replicas().orElse(1) > 1) {
            conflict(
                "A standalone Milvus has one pod, not %d.".formatted(config.replicas().get()),
                "Remove 'replicas', or set 'mode: cluster'.");
          }
        });
    return this;
  }

  Conflicts queue(Mode mode, Optional<Queue> queue, Optional<String> address) {
    if (mode == Mode.CLUSTER && queue.filter(Queue.ROCKSMQ::equals).isPresent()) {
      conflict(
          "The queue 'rocksmq' lives within a standalone Milvus; the parts of a cluster can't"
              + " share it.",
          "Set 'queue' to kafka or pulsar, or set 'mode: standalone'.");
    } else if (address.isPresent() && queue.filter(Queue.ROCKSMQ::equals).isPresent()) {
      conflict("'rocksmq' lives within Milvus and has no address.", "Remove 'queue-address'.");
    } else if (address.isPresent() && queue.isEmpty()) {
      conflict(
          "'queue-address' doesn't tell what listens there.", "Set 'queue' to kafka or pulsar.");
    } else if (address.filter(text -> text.contains(",")).isPresent()
        && queue.filter(Queue.PULSAR::equals).isPresent()) {
      conflict("Milvus takes one address of a Pulsar.", "Give 'queue-address' one host:port.");
    }
    return this;
  }

  Conflicts tls(Mode mode, Tls tls, ChartConfig chart) {
    if (tls == Tls.ONE_WAY && mode == Mode.STANDALONE && !chart.since(4, 2, 31)) {
      conflict(
          "The chart %s can't give a certificate to a standalone Milvus; charts from 4.2.31 on can."
              .formatted(chart.version()),
          "Set 'mode: cluster', or 'chart: {version: 4.2.31}' or later, or let an ingress speak TLS"
              + " with 'expose: {as: ingress, host: …}'.");
    }
    return this;
  }

  Conflicts password(boolean authentication, String milvusVersion) {
    if (authentication && !generatesPassword(milvusVersion)) {
      conflict(
          "Milvus %s begins with the password that everybody knows; versions from 2.4.7 on take"
                  .formatted(milvusVersion)
              + " the generated one.",
          "Set 'version' to 2.4.7 or later.");
    }
    return this;
  }

  private static boolean generatesPassword(String version) {
    String plain = version.replaceFirst("-.*", "");
    return new ChartConfig("", "", plain, "", false).since(2, 4, 7);
  }

  Conflicts autoscaling(Mode mode, Optional<AutoscalingConfig> autoscaling) {
    if (autoscaling.isPresent() && mode == Mode.STANDALONE) {
      conflict(
          "A standalone Milvus has one pod and can't be scaled.",
          "Remove 'autoscaling', or set 'mode: cluster'.");
    }
    return this;
  }

  Conflicts storage(StorageConfig storage) {
    storage
        .s3()
        .ifPresent(
            s3 -> {
              if (s3.bucket().isEmpty()) {
                conflict("'storage.s3' names no bucket.", "Set 'storage: {s3: {bucket: …}}'.");
              }
              long ways =
                  List.of(s3.secret(), s3.role(), s3.serviceAccount()).stream()
                      .filter(Optional::isPresent)
                      .count();
              if (ways != 1) {
                conflict(
                    "'storage.s3' must say in exactly one way how Milvus may use the bucket, but it"
                        + " says %s.".formatted(ways == 0 ? "none" : ways),
                    "Give one of 'secret', 'role' and 'service-account'.");
              }
            });
    return this;
  }

  Conflicts attu(AttuConfig attu, Tls tls) {
    if (attu.enabled() && tls == Tls.ONE_WAY) {
      conflict(
          "The chart has no way to give Attu the certificate of the authority, so Attu couldn't"
              + " connect to a Milvus that speaks TLS.",
          "Set 'attu: {enabled: false}' or 'tls: none'.");
    }
    if (!attu.enabled() && attu.host().isPresent()) {
      conflict("'attu.host' is given, but Attu isn't enabled.", "Set 'attu: {enabled: true}'.");
    }
    return this;
  }

  Conflicts expose(ExposeConfig expose) {
    boolean needsHost =
        switch (expose.as()) {
          case INGRESS, NODE_PORT -> true;
          case CLUSTER_IP, LOAD_BALANCER -> false;
        };
    String as = "'expose.as: " + word(expose.as()) + "'";
    if (needsHost && expose.host().isEmpty()) {
      conflict(
          as + " needs to know under which host clients reach it.",
          "Set 'expose: {host: …}' to " + hostMeaning(expose.as()) + ".");
    }
    if (!needsHost && expose.host().isPresent()) {
      conflict(as + " has no host of its own.", "Remove 'expose.host', or set 'as: ingress'.");
    }
    if (expose.nodePort().isPresent() && expose.as() != ExposeConfig.Way.NODE_PORT) {
      conflict(as + " has no port on the nodes.", "Remove 'node-port', or set 'as: node-port'.");
    }
    if (expose.internal() && expose.as() == ExposeConfig.Way.INGRESS) {
      conflict(
          "A port-forward leads past the ingress and can't prove it.", "Remove 'internal: true'.");
    }
    if (!expose.sourceRanges().isEmpty() && expose.as() != ExposeConfig.Way.LOAD_BALANCER) {
      conflict(
          as + " can't tell who connects.", "Remove 'source-ranges', or set 'as: load-balancer'.");
    }
    if (expose.ingressClass().isPresent() && expose.as() != ExposeConfig.Way.INGRESS) {
      conflict(as + " makes no Ingress.", "Remove 'ingress-class', or set 'as: ingress'.");
    }
    return this;
  }

  private static String hostMeaning(ExposeConfig.Way way) {
    return way == ExposeConfig.Way.INGRESS
        ? "a host name that leads to the ingress controller"
        : "the name or address of a node";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void conflict(String detail, String fix) {
    found.add(diagnostic(detail, fix));
  }

  static Diagnostic diagnostic(String detail, String fix) {
    return Diagnostic.user("MILVUS-CONFLICT", "Settings of Milvus don't fit together", detail, fix);
  }
}
