package dev.slipway.aws.eks.addon;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.eks.EksGround;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsFront;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.eks.EksIssue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.eks.model.Addon;

@ExtendWith(AwsLab.class)
class AddonHandlerTest {
  @Test
  void takesTheVersionThatEksRecommendsOrTheNewestAndKeepsIt(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      Resource<?>[] wanted =
          ground.with(
              ground.spec(),
              addon("vpc-cni", AddonSpec.DEFAULT, Optional.empty()),
              addon("coredns", AddonSpec.LATEST, Optional.empty()),
              addon("kube-proxy", "v1.32.3-eksbuild.10", Optional.empty()));
      assertThat(stack.plan(wanted))
          .creates("aws.eks-cluster/main")
          .before("aws.eks-addon/coredns");
      assertThat(stack.up(wanted)).isClean();

      assertThat(describe(stack, ground, "vpc-cni").addonVersion()).isEqualTo("v1.20.1-eksbuild.3");
      assertThat(describe(stack, ground, "coredns").addonVersion()).isEqualTo("v1.12.4-eksbuild.1");
      assertThat(describe(stack, ground, "kube-proxy").tags())
          .containsEntry(Tags.OWNER, stack.owner());
      assertThat(stack.attributes(new ResourceId(AddonSpec.TYPE, "vpc-cni")).values())
          .containsEntry("version", "v1.20.1-eksbuild.3")
          .containsEntry("status", "ACTIVE");
      assertThat(stack.plan(wanted)).changesNothing();

      assertThat(stack.down()).isClean();
      assertThat(stack.clients().eks().listClusters().clusters()).isEmpty();
    }
  }

  @Test
  void changesConfigurationVersionAndRolesInPlace(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      stack.up(
          ground.with(
              ground.spec(),
              addon("aws-ebs-csi-driver", AddonSpec.DEFAULT, Optional.of("{\"a\": {\"b\": 1}}"))));
      assertThat(
              stack.plan(
                  ground.with(
                      ground.spec(),
                      addon(
                          "aws-ebs-csi-driver",
                          AddonSpec.DEFAULT,
                          Optional.of("{\"a\":{\"b\":1}}")))))
          .keeps("aws.eks-addon/aws-ebs-csi-driver");

      AddonSpec spec =
          new AddonSpec(
              EksGround.cluster(),
              "aws-ebs-csi-driver",
              "v1.51.0-eksbuild.1",
              Optional.of("{\"a\":{\"b\":2}}"),
              Optional.empty(),
              List.of(new AddonIdentity("ebs-csi-controller-sa", Value.of(ground.role()))),
              Conflicts.OVERWRITE,
              Map.of("team", "search"));
      Resource<?>[] other =
          ground.with(
              ground.spec(), Resource.of(new ResourceId(AddonSpec.TYPE, spec.name()), spec));
      assertThat(stack.plan(other))
          .updates("aws.eks-addon/aws-ebs-csi-driver")
          .changing("configuration", "identities", "tags", "version");
      assertThat(stack.up(other)).isClean();

      Addon made = describe(stack, ground, "aws-ebs-csi-driver");
      assertThat(made.addonVersion()).isEqualTo("v1.51.0-eksbuild.1");
      assertThat(made.podIdentityAssociations()).hasSize(1);
      assertThat(stack.plan(other)).changesNothing();
      stack.down();
    }
  }

  @Test
  void oneThatIsDegradedTellsItsIssues(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);
      front
          .eks()
          .degradeAddon(
              "coredns", new EksIssue("ConfigurationConflict", "a field of others", List.of()));

      assertThat(
              stack.up(
                  ground.with(
                      ground.spec(), addon("coredns", AddonSpec.DEFAULT, Optional.empty()))))
          .failedWith("APPLY-NOT-CURRENT")
          .tells("ConfigurationConflict: a field of others");
      stack.down();
    }
  }

  @Test
  void oneThatEksDoesNotHaveIsRefused(AwsFront front) {
    try (AwsStack stack = new AwsStack(front.endpoint())) {
      EksGround ground = new EksGround(stack);

      assertThat(
              stack.up(
                  ground.with(
                      ground.spec(), addon("vpc-cny", AddonSpec.DEFAULT, Optional.empty()))))
          .failedWith("AWS-EKS-ADDON-UNKNOWN")
          .tells("vpc-cny", "1.32");
      stack.down();
    }
  }

  private static Resource<AddonSpec> addon(
      String name, String version, Optional<String> configuration) {
    return Resource.of(
        new ResourceId(AddonSpec.TYPE, name),
        new AddonSpec(
            EksGround.cluster(),
            name,
            version,
            configuration,
            Optional.empty(),
            List.of(),
            Conflicts.OVERWRITE,
            Map.of()));
  }

  private static Addon describe(AwsStack stack, EksGround ground, String name) {
    return stack
        .clients()
        .eks()
        .describeAddon(request -> request.clusterName(ground.name()).addonName(name))
        .addon();
  }
}
