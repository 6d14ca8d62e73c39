package dev.slipway.aws.remains;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.engine.resource.Resource;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsLab.class)
class ClusterRemainsTest {
  @Test
  void oneOfEachThatTheClusterMadeIsFoundAndGoesBeforeTheNetwork(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String cluster = stack.owner();
      Resource<?>[] wanted = Planted.wanted(cluster);
      stack.up(wanted);
      Planted.plant(stack, cluster);
      ClusterRemains remains = new ClusterRemains(stack.clients());
      assertThat(remains.of(cluster))
          .extracting(Trace::kind)
          .containsExactly(
              "load balancer",
              "classic load balancer",
              "target group",
              "network interface",
              "security group",
              "volume",
              "log group",
              "log group");

      assertThat(stack.down()).isClean();

      assertThat(remains.of(cluster)).isEmpty();
      assertThat(stack.plan()).changesNothing();
    }
  }

  @Test
  void whatAnotherClusterMadeStays(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(Planted.wanted(stack.owner()));
      String theirs = stack.owner() + "-2";
      String volume = Planted.volume(stack.clients(), "kubernetes.io/cluster/" + theirs, "owned");
      String shared =
          Planted.volume(stack.clients(), "kubernetes.io/cluster/" + stack.owner(), "shared");
      String group = "/aws/containerinsights/" + theirs + "/application";
      stack.clients().logs().createLogGroup(request -> request.logGroupName(group));

      assertThat(stack.down()).isClean();

      assertThat(stack.clients().ec2().describeVolumes().volumes())
          .extracting(found -> found.volumeId())
          .contains(volume, shared);
      assertThat(new ClusterRemains(stack.clients()).of(theirs))
          .extracting(Trace::name)
          .containsExactly(volume, group);
    }
  }
}
