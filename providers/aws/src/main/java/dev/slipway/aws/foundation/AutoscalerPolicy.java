package dev.slipway.aws.foundation;

import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.Statement;
import dev.slipway.engine.resource.Value;
import java.util.List;

/**
 * What the Cluster Autoscaler may do: look at Auto Scaling groups, and scale those that carry its
 * cluster's tag, which EKS puts on the groups of managed node groups. Actions after the
 * autoscaler's guide for AWS ("Full Cluster Autoscaler Features Policy").
 */
final class AutoscalerPolicy {
  private AutoscalerPolicy() {}

  static PolicyDocument of(String cluster) {
    return PolicyDocument.of(
        Statement.allow(
                "autoscaling:DescribeAutoScalingGroups",
                "autoscaling:DescribeAutoScalingInstances",
                "autoscaling:DescribeLaunchConfigurations",
                "autoscaling:DescribeScalingActivities",
                "autoscaling:DescribeTags",
                "ec2:DescribeImages",
                "ec2:DescribeInstanceTypes",
                "ec2:DescribeLaunchTemplateVersions",
                "ec2:GetInstanceTypesFromInstanceRequirements",
                "eks:DescribeNodegroup")
            .named("Look"),
        Statement.allow(
                "autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup")
            .named("Scale")
            .when(
                "StringEquals",
                "aws:ResourceTag/k8s.io/cluster-autoscaler/" + cluster,
                List.of(Value.of("owned"))));
  }
}
