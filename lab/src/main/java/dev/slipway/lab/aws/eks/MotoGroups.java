package dev.slipway.lab.aws.eks;

import dev.slipway.lab.process.LabException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The Auto Scaling groups behind node groups, which are moto's, with machines of its own. */
record MotoGroups(MotoAccount account, String region) {
  private static final String SERVICE = "autoscaling";
  private static final String VERSION = "2011-01-01";

  /** Makes the group of a node group, with the tags that EKS gives it. */
  void make(String name, JsonNode group) {
    String cluster = group.path("clusterName").asString();
    ask(
        "CreateLaunchConfiguration",
        "LaunchConfigurationName",
        name,
        "ImageId",
        "ami-12c6146b",
        "InstanceType",
        group.path("instanceTypes").path(0).asString("t3.medium"));
    List<String> asked =
        new ArrayList<>(
            List.of(
                "AutoScalingGroupName",
                name,
                "LaunchConfigurationName",
                name,
                "VPCZoneIdentifier",
                String.join(
                    ",", group.path("subnets").valueStream().map(JsonNode::asString).toList())));
    asked.addAll(size(group));
    List<String> tags =
        List.of(
            "eks:cluster-name",
            cluster,
            "eks:nodegroup-name",
            group.path("nodegroupName").asString(),
            "k8s.io/cluster-autoscaler/enabled",
            "true",
            "k8s.io/cluster-autoscaler/" + cluster,
            "owned",
            "kubernetes.io/cluster/" + cluster,
            "owned");
    for (int i = 0; i < tags.size(); i += 2) {
      String tag = "Tags.member." + (i / 2 + 1) + ".";
      asked.addAll(List.of(tag + "Key", tags.get(i), tag + "Value", tags.get(i + 1)));
      asked.addAll(List.of(tag + "ResourceId", name, tag + "PropagateAtLaunch", "true"));
      asked.addAll(List.of(tag + "ResourceType", "auto-scaling-group"));
    }
    ask("CreateAutoScalingGroup", asked.toArray(new String[0]));
  }

  /** Gives it the node group's size. */
  void resize(JsonNode group) {
    List<String> asked = new ArrayList<>(List.of("AutoScalingGroupName", name(group)));
    asked.addAll(size(group));
    ask("UpdateAutoScalingGroup", asked.toArray(new String[0]));
  }

  /** Deletes it with its machines. */
  void delete(JsonNode group) {
    if (!name(group).isEmpty()) {
      ask("DeleteAutoScalingGroup", "AutoScalingGroupName", name(group), "ForceDelete", "true");
      ask("DeleteLaunchConfiguration", "LaunchConfigurationName", name(group));
    }
  }

  private static String name(JsonNode group) {
    return group.path("resources").path("autoScalingGroups").path(0).path("name").asString("");
  }

  private static List<String> size(JsonNode group) {
    JsonNode scaling = group.path("scalingConfig");
    return List.of(
        "MinSize",
        scaling.path("minSize").asString(),
        "MaxSize",
        scaling.path("maxSize").asString(),
        "DesiredCapacity",
        scaling.path("desiredSize").asString());
  }

  private void ask(String action, String... parameters) {
    HttpResponse<String> answer = account.ask(region, SERVICE, VERSION, action, parameters);
    if (answer.statusCode() != 200) {
      throw new LabException("moto refused " + action + ": " + answer.body());
    }
  }
}
