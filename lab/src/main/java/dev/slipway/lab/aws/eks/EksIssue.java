package dev.slipway.lab.aws.eks;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What EKS says of something that isn't healthy.
 *
 * @param code for example {@code InsufficientFreeAddresses}
 * @param resources what it is about
 */
public record EksIssue(String code, String message, List<String> resources) {
  public EksIssue {
    resources = List.copyOf(resources);
  }

  ObjectNode health() {
    ObjectNode health = EksModel.JSON.createObjectNode();
    ArrayNode issues = health.putArray("issues");
    ObjectNode issue = issues.addObject().put("code", code).put("message", message);
    resources.forEach(issue.putArray("resourceIds")::add);
    return health;
  }
}
