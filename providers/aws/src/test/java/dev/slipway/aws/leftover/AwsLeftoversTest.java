package dev.slipway.aws.leftover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsProvider;
import dev.slipway.aws.AwsStack;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsLab.class)
class AwsLeftoversTest {
  @Test
  void whatCarriesTheMarkIsToldUnlessItStaysOnPurpose(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      group(stack, "forgotten", "aws.log-group/forgotten");
      group(stack, "kept", "aws.log-group/kept");

      assertThat(
              new AwsProvider(stack.clients())
                  .leftovers(Set.of(ResourceId.parse("aws.log-group/kept")), stack.call()))
          .singleElement()
          .satisfies(
              left -> {
                assertThat(left.kind()).isEqualTo("aws.log-group/forgotten");
                assertThat(left.name()).contains(":log-group:/harbour/").contains("forgotten");
              });
    }
  }

  @Test
  void aLogGroupThatComesBackIsRemovedAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String cluster = stack.owner();
      String group = "/aws/containerinsights/" + cluster + "/performance";
      AtomicInteger pauses = new AtomicInteger();
      AwsProvider provider =
          new AwsProvider(
              stack.clients(),
              List.of(cluster),
              _ -> {
                if (pauses.incrementAndGet() == 1) {
                  stack.clients().logs().createLogGroup(request -> request.logGroupName(group));
                }
              });

      provider.sweep(Set.of(), stack.call());

      assertThat(pauses).hasValue(3);
      assertThat(provider.leftovers(Set.of(), stack.call())).isEmpty();
    }
  }

  @Test
  void whatAClusterLeftIsToldWithItsSign(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String cluster = stack.owner();
      stack
          .clients()
          .logs()
          .createLogGroup(request -> request.logGroupName("/aws/eks/" + cluster + "/cluster"));
      AwsProvider provider = new AwsProvider(stack.clients(), List.of(cluster), _ -> {});

      assertThat(provider.leftovers(Set.of(), stack.call()))
          .containsExactly(
              new Leftover(
                  "log group",
                  "/aws/eks/" + cluster + "/cluster",
                  "the cluster '" + cluster + "' made it (its name)"));
    }
  }

  private static void group(AwsStack stack, String name, String resource) {
    stack
        .clients()
        .logs()
        .createLogGroup(
            request ->
                request
                    .logGroupName("/harbour/" + stack.owner() + "/" + name)
                    .tags(Map.of(Tags.OWNER, stack.owner(), Tags.RESOURCE, resource)));
  }
}
