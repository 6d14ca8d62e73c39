package dev.slipway.aws.foundation;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.eks.token.EksToken;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.kubernetes.cluster.Fabric8Cluster;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.ClusterStatus;

/** How an EKS cluster is reached: where it is, EKS tells; who asks, a token of its own shows. */
public record EksContext(Clients clients, String cluster) {
  /**
   * The context of the cluster.
   *
   * @throws dev.slipway.engine.provider.ProviderException {@linkplain Fabric8Cluster#absent absent}
   *     as long as there is no such cluster, or it has no endpoint yet
   */
  public KubeContext find() {
    Cluster found =
        Refusals.told(
                () ->
                    Refusals.find(
                        () -> clients.eks().describeCluster(r -> r.name(cluster)).cluster(),
                        "ResourceNotFoundException"))
            .filter(EksContext::answers)
            .orElseThrow(
                () ->
                    Fabric8Cluster.absent(
                        "EKS cluster '%s' in %s".formatted(cluster, clients.region())));
    return new KubeContext(
        found.name(),
        found.arn(),
        "aws",
        Optional.empty(),
        "the EKS cluster " + found.arn(),
        Map.of(
            "server",
            found.endpoint(),
            "certificate-authority-data",
            found.certificateAuthority().data()),
        Map.of(),
        Optional.of(
            new EksToken(clients.region(), clients.credentials(), cluster, Clock.systemUTC())
                ::get));
  }

  private static boolean answers(Cluster cluster) {
    return cluster.endpoint() != null
        && (cluster.status() == ClusterStatus.ACTIVE || cluster.status() == ClusterStatus.UPDATING);
  }
}
