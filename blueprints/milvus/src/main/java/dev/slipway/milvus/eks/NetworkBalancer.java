package dev.slipway.milvus.eks;

import dev.slipway.milvus.config.kubernetes.ExposeConfig;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the AWS Load Balancer Controller is told of Milvus' network load balancer, by annotations of
 * its Service. Source: the controller's guide, "Service annotations".
 */
final class NetworkBalancer {
  private static final String PREFIX = "service.beta.kubernetes.io/aws-load-balancer-";

  /** The longest name of a load balancer. */
  private static final int LONGEST = 32;

  private NetworkBalancer() {}

  /**
   * The annotations; those of the stack file go before.
   *
   * @param tags of everything in the account
   */
  static Map<String, String> annotations(
      String stack, ExposeConfig expose, Map<String, String> tags) {
    Map<String, String> all = new TreeMap<>();
    if (expose.as() == ExposeConfig.Way.LOAD_BALANCER) {
      all.put(PREFIX + "type", "external");
      all.put(PREFIX + "name", name(stack));
      all.put(PREFIX + "scheme", expose.internal() ? "internal" : "internet-facing");
      all.put(PREFIX + "nlb-target-type", "ip");
      if (!tags.isEmpty()) {
        all.put(
            PREFIX + "additional-resource-tags",
            new TreeMap<>(tags)
                .entrySet().stream()
                    .map(tag -> tag.getKey() + "=" + tag.getValue())
                    .collect(Collectors.joining(",")));
      }
    }
    all.putAll(expose.annotations());
    return all;
  }

  private static String name(String stack) {
    String name = stack.contains("milvus") ? stack : stack + "-milvus";
    return name.length() <= LONGEST
        ? name
        : name.substring(name.length() - LONGEST).replaceFirst("^-+", "");
  }
}
