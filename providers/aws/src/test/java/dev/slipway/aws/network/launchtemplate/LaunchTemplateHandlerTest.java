package dev.slipway.aws.network.launchtemplate;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsLab.class)
class LaunchTemplateHandlerTest {
  private static final ResourceId NODES = new ResourceId(LaunchTemplateSpec.TYPE, "nodes");

  @Test
  void whatChangesIsANewVersion(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(template(stack, 100, 2))).isClean();
      assertThat(stack.plan(template(stack, 100, 2))).changesNothing();
      assertThat(stack.attributes(NODES).text("version")).contains("1");

      assertThat(stack.plan(template(stack, 200, 1)))
          .updates("aws.launch-template/nodes")
          .changing("rootGib", "metadataHops");
      assertThat(stack.up(template(stack, 200, 1))).isClean();

      assertThat(stack.plan(template(stack, 200, 1))).changesNothing();
      assertThat(stack.attributes(NODES).text("version")).contains("2");
      assertThat(stack.down()).isClean();
      assertThat(stack.plan()).changesNothing();
    }
  }

  private static Resource<LaunchTemplateSpec> template(AwsStack stack, int gib, int hops) {
    return Resource.of(
        NODES,
        new LaunchTemplateSpec(
            stack.owner(),
            Optional.empty(),
            Optional.empty(),
            "/dev/xvda",
            gib,
            hops,
            List.of(),
            Optional.of("#!/bin/sh\n"),
            Map.of("team", "search"),
            Map.of()));
  }
}
