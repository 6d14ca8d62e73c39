package dev.slipway.aws.foundation;

import dev.slipway.aws.iam.document.PolicyDocument;
import dev.slipway.aws.iam.document.Statement;
import dev.slipway.engine.resource.Value;
import java.util.List;

/**
 * What the AWS Load Balancer Controller may do: look at what it needs to know, and make, change and
 * remove what carries its cluster's tag. Actions after the controller's own documentation, without
 * those for WAF, Shield and Cognito, which it is told not to use.
 */
final class LoadBalancerPolicy {
  private static final String TAG = "elbv2.k8s.aws/cluster";

  private LoadBalancerPolicy() {}

  static PolicyDocument of(String cluster) {
    List<Value<String>> name = List.of(Value.of(cluster));
    List<Value<String>> everything = List.of(Value.of("*"));
    return PolicyDocument.of(
        Statement.allow(
                "acm:DescribeCertificate",
                "acm:ListCertificates",
                "ec2:DescribeAccountAttributes",
                "ec2:DescribeAddresses",
                "ec2:DescribeAvailabilityZones",
                "ec2:DescribeInstances",
                "ec2:DescribeInternetGateways",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeRouteTables",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeTags",
                "ec2:DescribeVpcs",
                "ec2:GetSecurityGroupsForVpc",
                "elasticloadbalancing:DescribeListenerAttributes",
                "elasticloadbalancing:DescribeListenerCertificates",
                "elasticloadbalancing:DescribeListeners",
                "elasticloadbalancing:DescribeLoadBalancerAttributes",
                "elasticloadbalancing:DescribeLoadBalancers",
                "elasticloadbalancing:DescribeRules",
                "elasticloadbalancing:DescribeSSLPolicies",
                "elasticloadbalancing:DescribeTags",
                "elasticloadbalancing:DescribeTargetGroupAttributes",
                "elasticloadbalancing:DescribeTargetGroups",
                "elasticloadbalancing:DescribeTargetHealth",
                "iam:GetServerCertificate",
                "iam:ListServerCertificates")
            .named("Look"),
        Statement.allow("iam:CreateServiceLinkedRole")
            .named("ServiceRole")
            .when(
                "StringEquals",
                "iam:AWSServiceName",
                List.of(Value.of("elasticloadbalancing.amazonaws.com"))),
        Statement.allow("ec2:CreateSecurityGroup").named("MakeGroups"),
        Statement.allow("ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress")
            .named("OpenGroups"),
        Statement.allow(
                List.of("ec2:CreateTags"), List.of(Value.of("arn:aws:ec2:*:*:security-group/*")))
            .named("TagNewGroups")
            .when("StringEquals", "ec2:CreateAction", List.of(Value.of("CreateSecurityGroup")))
            .when("StringEquals", "aws:RequestTag/" + TAG, name),
        Statement.allow(
                List.of("ec2:CreateTags", "ec2:DeleteTags", "ec2:DeleteSecurityGroup"),
                List.of(Value.of("arn:aws:ec2:*:*:security-group/*")))
            .named("OwnGroups")
            .when("StringEquals", "aws:ResourceTag/" + TAG, name),
        Statement.allow(
                List.of(
                    "elasticloadbalancing:CreateLoadBalancer",
                    "elasticloadbalancing:CreateTargetGroup",
                    "elasticloadbalancing:AddTags"),
                everything)
            .named("MakeLoadBalancers")
            .when("StringEquals", "aws:RequestTag/" + TAG, name),
        Statement.allow(
                "elasticloadbalancing:AddListenerCertificates",
                "elasticloadbalancing:CreateListener",
                "elasticloadbalancing:CreateRule",
                "elasticloadbalancing:DeleteListener",
                "elasticloadbalancing:DeleteRule",
                "elasticloadbalancing:ModifyListener",
                "elasticloadbalancing:ModifyListenerAttributes",
                "elasticloadbalancing:ModifyRule",
                "elasticloadbalancing:RemoveListenerCertificates",
                "elasticloadbalancing:SetRulePriorities")
            .named("Listeners"),
        Statement.allow(
                List.of(
                    "elasticloadbalancing:AddTags",
                    "elasticloadbalancing:DeleteLoadBalancer",
                    "elasticloadbalancing:DeleteTargetGroup",
                    "elasticloadbalancing:DeregisterTargets",
                    "elasticloadbalancing:ModifyLoadBalancerAttributes",
                    "elasticloadbalancing:ModifyTargetGroup",
                    "elasticloadbalancing:ModifyTargetGroupAttributes",
                    "elasticloadbalancing:RegisterTargets",
                    "elasticloadbalancing:RemoveTags",
                    "elasticloadbalancing:SetIpAddressType",
                    "elasticloadbalancing:SetSecurityGroups",
                    "elasticloadbalancing:SetSubnets"),
                everything)
            .named("OwnLoadBalancers")
            .when("StringEquals", "aws:ResourceTag/" + TAG, name));
  }
}
