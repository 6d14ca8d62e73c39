package dev.slipway.aws.remains;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * By which tags the parts of a cluster mark what they make. Sources: the AWS Load Balancer
 * Controller's guide ("Resource tagging"), the Kubernetes cloud provider for AWS and the EBS CSI
 * driver ("Tagging"), and the Amazon VPC CNI plugin's README.
 */
final class ClusterTags {
  private static final String LOAD_BALANCER_CONTROLLER = "elbv2.k8s.aws/cluster";
  private static final String NETWORK_INTERFACES = "cluster.k8s.amazonaws.com/name";
  private static final String OWNED = "owned";

  private ClusterTags() {}

  /** The tag that shows that something is the cluster's, as {@code key=value}. */
  static Optional<String> sign(Map<String, String> tags, String cluster) {
    if (cluster.equals(tags.get(LOAD_BALANCER_CONTROLLER))) {
      return Optional.of(LOAD_BALANCER_CONTROLLER + "=" + cluster);
    }
    if (cluster.equals(tags.get(NETWORK_INTERFACES))) {
      return Optional.of(NETWORK_INTERFACES + "=" + cluster);
    }
    String key = owned(cluster);
    return OWNED.equals(tags.get(key)) ? Optional.of(key + "=" + OWNED) : Optional.empty();
  }

  /** One filter for each way to be marked: EC2 joins the filters of a call by "and". */
  static Filter[] filters(String cluster) {
    return new Filter[] {
      filter(LOAD_BALANCER_CONTROLLER, cluster),
      filter(NETWORK_INTERFACES, cluster),
      filter(owned(cluster), OWNED)
    };
  }

  private static String owned(String cluster) {
    return "kubernetes.io/cluster/" + cluster;
  }

  private static Filter filter(String key, String value) {
    return Filter.builder().name("tag:" + key).values(value).build();
  }
}
