package dev.slipway.lab.aws;

import dev.slipway.lab.aws.eks.EksModel;
import dev.slipway.lab.aws.eks.EksNodes;
import dev.slipway.lab.aws.eks.TokenWebhook;
import dev.slipway.lab.kubernetes.ClusterSetup;
import dev.slipway.lab.kubernetes.LabCluster;
import dev.slipway.lab.process.LabException;
import java.util.List;
import java.util.Map;

/**
 * A cluster of the lab that stands for one of EKS's: its API server takes EKS's tokens by the
 * cluster's access entries, it has the storage class {@code gp2} as its default (as EKS makes it up
 * to 1.29), no node until a node group is active, and volumes for claims of {@code
 * ebs.csi.aws.com}.
 *
 * <p>Its control plane is there before the cluster is made and stays when that is deleted. Volumes
 * are provided whether the EBS add-on is there or not, and no add-on runs pods.
 */
public final class EksLabCluster implements AutoCloseable {
  private static final String GP2 =
      """
      apiVersion: storage.k8s.io/v1
      kind: StorageClass
      metadata:
        name: gp2
        annotations:
          storageclass.kubernetes.io/is-default-class: "true"
      provisioner: kubernetes.io/aws-ebs
      parameters: {type: gp2, fsType: ext4}
      volumeBindingMode: WaitForFirstConsumer
      reclaimPolicy: Delete
      """;

  private final TokenWebhook webhook;
  private final LabCluster cluster;

  private EksLabCluster(TokenWebhook webhook, LabCluster cluster) {
    this.webhook = webhook;
    this.cluster = cluster;
  }

  /** Starts one. */
  public static EksLabCluster start() {
    TokenWebhook webhook = new TokenWebhook();
    try {
      return new EksLabCluster(
          webhook,
          LabCluster.start(
              new ClusterSetup(
                  0,
                  List.of(
                      "--authentication-token-webhook-config-file=token-webhook.kubeconfig",
                      "--authentication-token-webhook-version=v1",
                      "--authentication-token-webhook-cache-ttl=1s"),
                  Map.of("token-webhook.kubeconfig", webhook.kubeconfig()),
                  List.of(GP2),
                  "ebs.csi.aws.com")));
    } catch (LabException e) {
      webhook.close();
      throw e;
    }
  }

  /** The cluster itself, with an administrator's kubeconfig, a fault proxy and so on. */
  public LabCluster cluster() {
    return cluster;
  }

  /**
   * Lets a cluster that is made through a front be this one.
   *
   * @param name the EKS cluster's
   */
  public void serve(AwsFront front, String name) {
    front.eks().apiServer(name, new EksModel.ApiServer(cluster.server(), cluster.authority()));
    front.eks().onNodes(nodes -> nodes(name, nodes));
    webhook.serve(front.eks(), name);
  }

  /** Makes an access key known, so that tokens that are signed with it are taken. */
  public void know(String accessKey, String secret) {
    webhook.know(accessKey, secret);
  }

  private void nodes(String name, EksNodes nodes) {
    if (nodes.cluster().equals(name)) {
      new EksLabNodes(cluster.api()).set(nodes);
    }
  }

  @Override
  public void close() {
    cluster.close();
    webhook.close();
  }
}
