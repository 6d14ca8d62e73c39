package dev.slipway.aws.eks.nodegroup;

import dev.slipway.aws.eks.Updates;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.provider.Call;
import java.util.Map;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.DescribeUpdateRequest;
import software.amazon.awssdk.services.eks.model.Nodegroup;
import software.amazon.awssdk.services.eks.model.NodegroupStatus;
import software.amazon.awssdk.services.eks.model.UpdateNodegroupVersionRequest;

/** Changes a node group, by one update after the other. */
record NodeGroupChange(EksClient eks, String cluster, String name, Call call) {
  /** Makes every update that is needed, and waits for each; first for one that goes on already. */
  Nodegroup make(NodeGroupSpec spec, NodeGroupObserved before) {
    NodeGroupObserved observed = settled(before);
    Map<String, String> missing = Tags.missing(spec.tags(), observed.tags());
    if (!missing.isEmpty()) {
      eks.tagResource(
          request -> request.resourceArn(observed.group().nodegroupArn()).tags(missing));
    }
    if (!NodeGroupDiff.scaling(observed.scaling(), spec.scaling()).equals(spec.scaling())
        || !observed.group().labels().equals(spec.labels())
        || !observed.taints().equals(spec.taints())
        || observed.maxUnavailable() != spec.maxUnavailable()) {
      await(
          "the configuration",
          eks.updateNodegroupConfig(NodeGroupRequests.update(spec, observed)).update().id());
    }
    version(spec, observed.group());
    return describe();
  }

  private void version(NodeGroupSpec spec, Nodegroup group) {
    UpdateNodegroupVersionRequest.Builder request =
        UpdateNodegroupVersionRequest.builder().clusterName(cluster).nodegroupName(name);
    boolean other = spec.version().filter(version -> !version.equals(group.version())).isPresent();
    spec.version().ifPresent(request::version);
    if (spec.launchTemplate().isPresent() && group.launchTemplate() != null) {
      LaunchTemplate template = spec.launchTemplate().get();
      other |= !template.version().get().equals(group.launchTemplate().version());
      request.launchTemplate(NodeGroupRequests.template(template));
    }
    if (other) {
      await("the version", eks.updateNodegroupVersion(request.build()).update().id());
    }
  }

  private NodeGroupObserved settled(NodeGroupObserved before) {
    if (before.group().status() != NodegroupStatus.UPDATING) {
      return before;
    }
    Updates.until(
        () -> describe().status() != NodegroupStatus.UPDATING, told("what is under way"), call);
    return new NodeGroupObserved(describe(), before.ownership());
  }

  private Nodegroup describe() {
    return eks.describeNodegroup(request -> request.clusterName(cluster).nodegroupName(name))
        .nodegroup();
  }

  private void await(String what, String update) {
    Updates.await(
        eks,
        DescribeUpdateRequest.builder().name(cluster).nodegroupName(name).updateId(update).build(),
        told(what),
        call);
  }

  private String told(String what) {
    return "%s of node group '%s'".formatted(what, name);
  }
}
