package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Phrase;
import dev.slipway.kubernetes.status.trouble.Telling;
import java.util.Optional;

/**
 * A Service is current when it has its address: a cluster IP, a name, or what a load balancer was
 * given. Whether pods stand behind it is theirs to tell: a Service comes before them.
 */
final class ServiceRule {
  private ServiceRule() {}

  static Status status(ApiObject live, Facts facts) {
    String type = live.text("spec", "type").orElse("ClusterIP");
    if (type.equals("ExternalName")) {
      return Status.CURRENT;
    }
    if (live.text("spec", "clusterIP").orElse("").isEmpty()) {
      return Status.inProgress("has no cluster IP yet");
    }
    if (!type.equals("LoadBalancer")
        || !live.items("status", "loadBalancer", "ingress").isEmpty()) {
      return Status.CURRENT;
    }
    Optional<Telling> told = facts.about(live).stream().reduce((_, later) -> later);
    return Status.inProgress(
        "the load balancer has no address yet; "
            + told.map(telling -> telling.reason() + ": " + Phrase.line(telling.message()))
                .orElse(
                    "nobody in the cluster has said that it makes one"
                        + live.text("spec", "loadBalancerClass")
                            .map(kind -> " (loadBalancerClass " + kind + ")")
                            .orElse("")));
  }
}
