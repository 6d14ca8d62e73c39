package dev.slipway.milvus.config.kubernetes;

import dev.slipway.engine.stack.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code expose:} section.
 *
 * @param sourceRanges CIDR blocks
 */
public record ExposeConfig(
    @Key(
            doc =
                "`cluster-ip`: within the cluster only; `node-port`: on a port of every node;"
                    + " `load-balancer`: by a load balancer of the cloud; `ingress`: by the"
                    + " cluster's ingress controller, over TLS.",
            byDefault = "cluster-ip")
        Way as,
    @Key(
            doc =
                "For `ingress` the host name, for `node-port` the name or address of a node; both"
                    + " need it.",
            example = "milvus.example.org")
        Optional<String> host,
    @Key(doc = "The class of the Ingress. Without it, the cluster's default.", example = "nginx")
        Optional<String> ingressClass,
    @Key(
            doc = "The port on the nodes for `node-port`. Without it, the cluster chooses one.",
            min = 30000,
            max = 32767)
        Optional<Integer> nodePort,
    @Key(
            doc =
                "Annotations of the Service, or of the Ingress for `ingress`: what the cloud's load"
                    + " balancer controller or the ingress controller reads.",
            byDefault = "{}",
            example = "{service.beta.kubernetes.io/aws-load-balancer-scheme: internal}")
        Map<String, String> annotations,
    @Key(
            doc = "Who may connect to the load balancer. Without it, everybody who can reach it.",
            byDefault = "[]",
            example = "[10.0.0.0/8]",
            pattern = "[0-9a-fA-F.:]+/[0-9]{1,3}")
        List<String> sourceRanges,
    @Key(
            doc =
                "Whether the address can't be reached from here, for example since the load"
                    + " balancer is internal. Milvus is then proven through a port-forward.",
            byDefault = "false")
        boolean internal) {

  /** Who can reach Milvus, and how. */
  public enum Way {
    /** Within the cluster only. */
    CLUSTER_IP,
    /** On a port of every node. */
    NODE_PORT,
    /** By a load balancer of the cloud. */
    LOAD_BALANCER,
    /** By the cluster's ingress controller. */
    INGRESS
  }
}
