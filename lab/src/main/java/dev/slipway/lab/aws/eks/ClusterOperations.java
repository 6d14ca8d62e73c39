package dev.slipway.lab.aws.eks;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Lists, describes and deletes clusters. */
final class ClusterOperations {
  private final EksAsk ask;

  ClusterOperations(EksAsk ask) {
    this.ask = ask;
  }

  JsonNode list() {
    List<String> names =
        ask.model().clusters().values().stream()
            .filter(cluster -> cluster.region.equals(ask.region()))
            .map(EksCluster::name)
            .toList();
    return EksModel.names("clusters", names);
  }

  JsonNode describe() {
    ask.cluster().item.look();
    return EksModel.answer("cluster", ask.cluster().item.json());
  }

  JsonNode delete() {
    EksCluster cluster = ask.cluster();
    if (!cluster.nodeGroups.isEmpty()) {
      throw EksRefusal.inUse("Cluster has nodegroups attached");
    }
    if (cluster.item.isBusy()) {
      throw EksRefusal.inUse(
          "Cannot delete because cluster " + cluster.name() + " is " + cluster.item.status());
    }
    cluster.item.begin("DELETING", ask.model().looks(), () -> finish(cluster));
    return EksModel.answer("cluster", cluster.item.json());
  }

  private void finish(EksCluster cluster) {
    ask.model().clusters().remove(cluster.region + "/" + cluster.name());
    ask.model()
        .account()
        .deleteSecurityGroup(
            cluster.region,
            cluster
                .item
                .json()
                .path("resourcesVpcConfig")
                .path("clusterSecurityGroupId")
                .asString());
  }
}
