package dev.slipway.aws.eks.cluster;

import dev.slipway.aws.eks.Values;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.eks.model.AuthenticationMode;
import software.amazon.awssdk.services.eks.model.CreateClusterRequest;
import software.amazon.awssdk.services.eks.model.EncryptionConfig;
import software.amazon.awssdk.services.eks.model.LogSetup;
import software.amazon.awssdk.services.eks.model.LogType;
import software.amazon.awssdk.services.eks.model.Logging;
import software.amazon.awssdk.services.eks.model.Provider;
import software.amazon.awssdk.services.eks.model.VpcConfigRequest;

/** What EKS is asked for. */
final class ClusterRequests {
  private ClusterRequests() {}

  static CreateClusterRequest create(ClusterSpec spec, Map<String, String> tags, String token) {
    CreateClusterRequest.Builder request =
        CreateClusterRequest.builder()
            .name(spec.name())
            .version(spec.version())
            .roleArn(spec.role().get())
            .resourcesVpcConfig(
                endpoint(spec.endpointAccess()).toBuilder()
                    .subnetIds(Values.all(spec.subnets()))
                    .securityGroupIds(Values.all(spec.securityGroups()))
                    .build())
            .logging(logging(spec.logs()))
            .accessConfig(
                access ->
                    access
                        .authenticationMode(AuthenticationMode.API)
                        .bootstrapClusterCreatorAdminPermissions(
                            spec.bootstrapClusterCreatorAdminPermissions()))
            .upgradePolicy(policy -> policy.supportType(spec.upgradePolicy().name()))
            .tags(tags)
            .clientRequestToken(token);
    spec.encryptionKey()
        .ifPresent(
            key ->
                request.encryptionConfig(
                    EncryptionConfig.builder()
                        .resources("secrets")
                        .provider(Provider.builder().keyArn(key.get()).build())
                        .build()));
    return request.build();
  }

  static VpcConfigRequest endpoint(EndpointAccess access) {
    VpcConfigRequest.Builder network =
        VpcConfigRequest.builder()
            .endpointPublicAccess(access.publicAccess())
            .endpointPrivateAccess(access.privateAccess());
    if (access.publicAccess()) {
      network.publicAccessCidrs(access.publicAccessCidrs());
    }
    return network.build();
  }

  /** Those that are named go to CloudWatch, the others don't. */
  static Logging logging(List<String> logs) {
    List<LogType> wanted = logs.stream().map(LogType::fromValue).toList();
    List<LogType> others =
        LogType.knownValues().stream().filter(type -> !wanted.contains(type)).sorted().toList();
    return Logging.builder()
        .clusterLogging(
            List.of(setup(true, wanted), setup(false, others)).stream()
                .filter(setup -> !setup.types().isEmpty())
                .toList())
        .build();
  }

  private static LogSetup setup(boolean enabled, List<LogType> types) {
    return LogSetup.builder().enabled(enabled).types(types).build();
  }
}
