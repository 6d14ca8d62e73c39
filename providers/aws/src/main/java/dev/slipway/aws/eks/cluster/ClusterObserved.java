package dev.slipway.aws.eks.cluster;

import dev.slipway.aws.eks.Health;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.engine.resource.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.LogSetup;
import software.amazon.awssdk.services.eks.model.LogType;

/**
 * A cluster that exists.
 *
 * @param cluster as EKS describes it
 */
record ClusterObserved(Cluster cluster, Ownership ownership) implements Observed {
  static ClusterObserved of(Cluster cluster, ResourceId id, Call call) {
    return new ClusterObserved(cluster, Tags.ownership(cluster.tags(), id, call));
  }

  String name() {
    return cluster.name();
  }

  EndpointAccess endpointAccess() {
    return new EndpointAccess(
        cluster.resourcesVpcConfig().endpointPublicAccess(),
        cluster.resourcesVpcConfig().endpointPrivateAccess(),
        cluster.resourcesVpcConfig().publicAccessCidrs());
  }

  List<String> logs() {
    return cluster.logging() == null
        ? List.of()
        : cluster.logging().clusterLogging().stream()
            .filter(setup -> Boolean.TRUE.equals(setup.enabled()))
            .map(LogSetup::types)
            .flatMap(List::stream)
            .map(LogType::toString)
            .sorted()
            .toList();
  }

  List<String> subnets() {
    return cluster.resourcesVpcConfig().subnetIds().stream().sorted().toList();
  }

  List<String> securityGroups() {
    return cluster.resourcesVpcConfig().securityGroupIds().stream().sorted().toList();
  }

  Optional<String> encryptionKey() {
    return cluster.encryptionConfig().stream()
        .filter(config -> config.provider() != null)
        .map(config -> config.provider().keyArn())
        .findFirst();
  }

  Map<String, String> tags() {
    return cluster.tags();
  }

  List<Health.Issue> issues() {
    return cluster.health() == null
        ? List.of()
        : cluster.health().issues().stream()
            .map(
                issue ->
                    new Health.Issue(issue.codeAsString(), issue.message(), issue.resourceIds()))
            .toList();
  }

  @Override
  public Optional<String> holder() {
    return Tags.holder(cluster.tags());
  }

  @Override
  public Attributes attributes() {
    return Attributes.of(
        "name", cluster.name(),
        "arn", cluster.arn(),
        "endpoint", cluster.endpoint(),
        "certificateAuthority",
            cluster.certificateAuthority() == null ? null : cluster.certificateAuthority().data(),
        "oidcIssuer",
            cluster.identity() == null || cluster.identity().oidc() == null
                ? null
                : cluster.identity().oidc().issuer(),
        "clusterSecurityGroup", cluster.resourcesVpcConfig().clusterSecurityGroupId(),
        "vpc", cluster.resourcesVpcConfig().vpcId(),
        "version", cluster.version(),
        "status", cluster.statusAsString());
  }
}
