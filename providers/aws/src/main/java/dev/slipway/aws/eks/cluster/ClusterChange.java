package dev.slipway.aws.eks.cluster;

import dev.slipway.aws.eks.Updates;
import dev.slipway.aws.eks.Values;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.provider.Call;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.ClusterStatus;
import software.amazon.awssdk.services.eks.model.DescribeUpdateRequest;
import software.amazon.awssdk.services.eks.model.UpdateClusterConfigRequest;

/**
 * Changes a cluster, by one update after the other: EKS takes one kind of change at a time.
 *
 * @param spec what the cluster should be
 */
record ClusterChange(EksClient eks, ClusterSpec spec, Call call) {
  /** Makes every update that is needed, and waits for each; first for one that goes on already. */
  void make(ClusterObserved before) {
    ClusterObserved observed = settled(before);
    Map<String, String> missing = Tags.missing(spec.tags(), observed.tags());
    if (!missing.isEmpty()) {
      eks.tagResource(request -> request.resourceArn(observed.cluster().arn()).tags(missing));
    }
    if (!observed.logs().equals(spec.logs())) {
      config("the logs", request -> request.logging(ClusterRequests.logging(spec.logs())));
    }
    if (!observed.endpointAccess().equals(spec.endpointAccess())) {
      config(
          "the endpoint access",
          request -> request.resourcesVpcConfig(ClusterRequests.endpoint(spec.endpointAccess())));
    }
    if (!observed.subnets().equals(Values.sorted(spec.subnets()))
        || !observed.securityGroups().equals(Values.sorted(spec.securityGroups()))) {
      config(
          "the subnets and security groups",
          request ->
              request.resourcesVpcConfig(
                  network ->
                      network
                          .subnetIds(Values.all(spec.subnets()))
                          .securityGroupIds(Values.all(spec.securityGroups()))));
    }
    if (!observed
        .cluster()
        .upgradePolicy()
        .supportTypeAsString()
        .equals(spec.upgradePolicy().name())) {
      config(
          "the upgrade policy",
          request ->
              request.upgradePolicy(policy -> policy.supportType(spec.upgradePolicy().name())));
    }
    if (!observed.cluster().version().equals(spec.version())) {
      await(
          "the version",
          eks.updateClusterVersion(request -> request.name(spec.name()).version(spec.version()))
              .update()
              .id());
    }
  }

  private ClusterObserved settled(ClusterObserved before) {
    if (before.cluster().status() != ClusterStatus.UPDATING) {
      return before;
    }
    Updates.until(
        () -> describe().status() != ClusterStatus.UPDATING, told("what is under way"), call);
    return new ClusterObserved(describe(), before.ownership());
  }

  private Cluster describe() {
    return eks.describeCluster(request -> request.name(spec.name())).cluster();
  }

  private void config(String what, Consumer<UpdateClusterConfigRequest.Builder> change) {
    UpdateClusterConfigRequest.Builder request =
        UpdateClusterConfigRequest.builder().name(spec.name());
    change.accept(request);
    await(what, eks.updateClusterConfig(request.build()).update().id());
  }

  private void await(String what, String update) {
    Updates.await(
        eks,
        DescribeUpdateRequest.builder().name(spec.name()).updateId(update).build(),
        told(what),
        call);
  }

  private String told(String what) {
    return "%s of cluster '%s'".formatted(what, spec.name());
  }
}
