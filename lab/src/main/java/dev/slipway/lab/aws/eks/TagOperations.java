package dev.slipway.lab.aws.eks;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tags of everything in EKS. */
final class TagOperations {
  private static final List<String> ARNS =
      List.of(
          "arn",
          "nodegroupArn",
          "addonArn",
          "accessEntryArn",
          "associationArn",
          "identityProviderConfigArn");

  private final EksAsk ask;

  TagOperations(EksAsk ask) {
    this.ask = ask;
  }

  JsonNode list() {
    return EksModel.answer("tags", tags());
  }

  JsonNode tag() {
    ask.given()
        .path("tags")
        .propertyStream()
        .forEach(tag -> tags().set(tag.getKey(), tag.getValue()));
    return EksModel.JSON.createObjectNode();
  }

  /** Only the first key of the query is taken away. */
  JsonNode untag() {
    tags().remove(ask.parameter("tagKeys"));
    return EksModel.JSON.createObjectNode();
  }

  private ObjectNode tags() {
    String arn = ask.parameter("resourceArn");
    return ask.model().clusters().values().stream()
        .flatMap(TagOperations::parts)
        .filter(part -> ARNS.stream().anyMatch(name -> part.path(name).asString("").equals(arn)))
        .findFirst()
        .map(part -> (ObjectNode) part.path("tags"))
        .orElseThrow(() -> EksRefusal.notFound("Resource was not found: " + arn));
  }

  private static Stream<ObjectNode> parts(EksCluster cluster) {
    Stream<ObjectNode> items =
        Stream.of(
                Stream.of(cluster.item),
                cluster.nodeGroups.values().stream(),
                cluster.addons.values().stream(),
                cluster.identityProviders.values().stream())
            .flatMap(found -> found)
            .map(Item::json);
    Stream<ObjectNode> plain =
        Stream.concat(
            cluster.accessEntries.values().stream(), cluster.podIdentities.values().stream());
    return Stream.concat(items, plain);
  }
}
