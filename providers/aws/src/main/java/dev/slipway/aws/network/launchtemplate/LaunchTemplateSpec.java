package dev.slipway.aws.network.launchtemplate;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How machines of a node group or an Auto Scaling group are launched: with an encrypted gp3 root
 * volume, and metadata by IMDSv2 only. Attributes: {@code id}, {@code name}, {@code version} (the
 * newest).
 *
 * @param name unique in the account and region
 * @param image the machine image's id; a managed node group chooses its own
 * @param instanceType for example {@code m6i.4xlarge}, if the group doesn't choose
 * @param rootDevice the root volume's device, for example {@code /dev/xvda}
 * @param rootGib the root volume's size in GiB, at least 8
 * @param metadataHops how far metadata answers travel: 1 keeps pods from the machine's role, 2 lets
 *     them have it
 * @param securityGroups ids; empty for those that the group chooses
 * @param userData what a machine runs first, not yet encoded
 * @param machineTags tags of machines and their volumes
 * @param tags further tags of the template
 */
public record LaunchTemplateSpec(
    String name,
    Optional<String> image,
    Optional<String> instanceType,
    String rootDevice,
    int rootGib,
    int metadataHops,
    List<Value<String>> securityGroups,
    Optional<String> userData,
    Map<String, String> machineTags,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.launch-template";

  public LaunchTemplateSpec {
    if (rootGib < 8 || metadataHops < 1 || metadataHops > 64) {
      throw new IllegalArgumentException(
          "a launch template with %d GiB and %d hops".formatted(rootGib, metadataHops));
    }
    securityGroups = List.copyOf(securityGroups);
    machineTags = Map.copyOf(machineTags);
    tags = Map.copyOf(tags);
  }
}
