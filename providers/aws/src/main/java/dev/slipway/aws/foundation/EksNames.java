package dev.slipway.aws.foundation;

import dev.slipway.aws.eks.addon.AddonSpec;
import dev.slipway.aws.eks.cluster.ClusterSpec;
import dev.slipway.aws.eks.nodegroup.NodeGroupSpec;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;

/**
 * What the parts of a cluster are called.
 *
 * @param cluster the cluster's name
 */
record EksNames(String cluster) {
  static final ResourceId CLUSTER = new ResourceId(ClusterSpec.TYPE, "cluster");
  static final ResourceId NODES = new ResourceId(NodeGroupSpec.TYPE, "nodes");

  /** The cluster's name, once it is there: who needs it comes after the cluster. */
  static Value<String> made() {
    return Value.ref(CLUSTER, "name");
  }

  /** Where the API server answers. */
  static Value<String> endpoint() {
    return Value.ref(CLUSTER, "endpoint");
  }

  static ResourceId addon(String name) {
    return new ResourceId(AddonSpec.TYPE, name);
  }

  /** A name in IAM, which all of the account's clusters share. */
  String iam(String part) {
    return cluster + "-" + part;
  }
}
