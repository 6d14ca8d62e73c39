package dev.slipway.aws.foundation;

import dev.slipway.engine.stack.Key;
import dev.slipway.kubernetes.ClusterConfig;
import dev.slipway.kubernetes.KubernetesConfig.Conflicts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The keys of the target {@code eks} in a stack file. */
public record EksConfig(
    @Key(doc = "The region.", example = "eu-central-1", pattern = "[a-z]{2}(-[a-z]+)+-[0-9]+")
        String region,
    @Key(
            doc =
                "The account, twelve digits in quotes. Without it, that of the credentials; either"
                    + " way the stack stays in the account that it was begun in.",
            example = "\"123456789012\"",
            pattern = "[0-9]{12}")
        Optional<String> account,
    @Key(
            doc =
                "The profile of your AWS configuration whose credentials are used. Without it,"
                    + " AWS_PROFILE and the SDK's other places count.",
            example = "production")
        Optional<String> profile,
    @Key(
            doc = "The cluster's name. Without it, the stack's.",
            example = "milvus-cluster",
            pattern = "[0-9A-Za-z][A-Za-z0-9_-]{0,39}")
        Optional<String> cluster,
    @Key(
            doc = "The cluster's Kubernetes version.",
            byDefault = "\"1.34\"",
            pattern = "1\\.[0-9]{2}")
        String version,
    @Key(doc = "Where the cluster lies.", byDefault = "{}") NetworkConfig network,
    @Key(doc = "The machines that pods run on.", byDefault = "{}") NodesConfig nodes,
    @Key(
            doc =
                "Who may reach the API server over the Internet. Without it, everybody who has"
                    + " credentials.",
            byDefault = "[0.0.0.0/0]",
            pattern = "[0-9]{1,3}([.][0-9]{1,3}){3}/[0-9]{1,2}")
        List<String> apiAccess,
    @Key(
            doc = "Users and roles, as ARNs, who administer the cluster beside whoever makes it.",
            byDefault = "[]",
            pattern = "arn:[a-z-]+:iam::[0-9]{12}:(user|role)/.+")
        List<String> administrators,
    @Key(
            doc =
                "Which of the API server's logs go to CloudWatch: `api`, `audit`, `authenticator`,"
                    + " `controllerManager`, `scheduler`.",
            byDefault = "[]",
            pattern = "api|audit|authenticator|controllerManager|scheduler")
        List<String> logs,
    @Key(
            doc = "The AWS Load Balancer Controller, which makes load balancers for Services.",
            byDefault = "{}")
        ControllerConfig loadBalancers,
    @Key(doc = "The Cluster Autoscaler, which adds nodes when pods find no room.", byDefault = "{}")
        AutoscalerConfig autoscaler,
    @Key(doc = "Metrics and logs in CloudWatch.", byDefault = "{}") ObservabilityConfig cloudwatch,
    @Key(
            doc = "The namespace of the systems that name none of their own.",
            byDefault = "default",
            pattern = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
        String namespace,
    @Key(
            doc =
                "What to do when somebody else manages a field that the stack sets to another"
                    + " value: `fail`, or `take` it from them.",
            byDefault = "fail")
        Conflicts conflicts,
    @Key(
            doc = "Where to ask for charts instead, by the beginning of a repository's address.",
            byDefault = "{}")
        Map<String, String> mirror,
    @Key(
            doc = "Tags of everything that the stack makes in the account.",
            byDefault = "{}",
            example = "{cost-centre: search}")
        Map<String, String> tags)
    implements ClusterConfig {

  public EksConfig {
    Objects.requireNonNull(region, "region");
    apiAccess = List.copyOf(apiAccess);
    administrators = List.copyOf(administrators);
    logs = List.copyOf(logs);
    mirror = Map.copyOf(mirror);
    tags = Map.copyOf(new TreeMap<>(tags));
  }
}
