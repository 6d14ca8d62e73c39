package dev.slipway.aws.network.launchtemplate;

import dev.slipway.aws.network.Ec2Tags;
import dev.slipway.engine.resource.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateBlockDeviceMappingRequest;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateHttpTokensState;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateTagSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.VolumeType;

/** A launch template's content as EC2 writes it. */
final class TemplateData {
  private TemplateData() {}

  static RequestLaunchTemplateData of(LaunchTemplateSpec spec) {
    RequestLaunchTemplateData.Builder data =
        RequestLaunchTemplateData.builder()
            .blockDeviceMappings(root(spec))
            .metadataOptions(
                options ->
                    options
                        .httpTokens(LaunchTemplateHttpTokensState.REQUIRED)
                        .httpPutResponseHopLimit(spec.metadataHops()));
    if (!spec.machineTags().isEmpty()) {
      data.tagSpecifications(
          machineTags(spec, ResourceType.INSTANCE), machineTags(spec, ResourceType.VOLUME));
    }
    spec.image().ifPresent(data::imageId);
    spec.instanceType().ifPresent(data::instanceType);
    if (!spec.securityGroups().isEmpty()) {
      data.securityGroupIds(spec.securityGroups().stream().map(Value::get).toList());
    }
    encoded(spec).ifPresent(data::userData);
    return data.build();
  }

  private static LaunchTemplateBlockDeviceMappingRequest root(LaunchTemplateSpec spec) {
    return LaunchTemplateBlockDeviceMappingRequest.builder()
        .deviceName(spec.rootDevice())
        .ebs(
            volume ->
                volume
                    .volumeSize(spec.rootGib())
                    .volumeType(VolumeType.GP3)
                    .encrypted(true)
                    .deleteOnTermination(true))
        .build();
  }

  static Optional<String> encoded(LaunchTemplateSpec spec) {
    return spec.userData()
        .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static LaunchTemplateTagSpecificationRequest machineTags(
      LaunchTemplateSpec spec, ResourceType type) {
    return LaunchTemplateTagSpecificationRequest.builder()
        .resourceType(type)
        .tags(Ec2Tags.list(spec.machineTags()))
        .build();
  }
}
