package dev.slipway.aws.autoscaling.limits;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.autoscaling.ForeignGroup;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Tag;

@ExtendWith(AwsLab.class)
class LimitsHandlerTest {
  private static final ResourceId LIMITS = new ResourceId(LimitsSpec.TYPE, "nodes");

  @Test
  void areSetOnSomebodyElsesGroupAndSetBackOnRemoval(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String group = ForeignGroup.make(stack);
      assertThat(stack.up(limits(group, 2, 3, 2))).isClean();
      assertThat(sizes(stack, group)).containsExactly(2, 3, 2);
      assertThat(stack.plan(limits(group, 2, 3, 2))).changesNothing();

      assertThat(stack.down()).isClean();
      assertThat(sizes(stack, group)).containsExactly(1, 1, 1);
      assertThat(found(stack, group).tags()).noneMatch(tag -> tag.key().equals(Memo.TAG));
      ForeignGroup.remove(stack, group);
    }
  }

  @Test
  void followWhatScalesTheGroupButNotWhoChangesItsLimits(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String group = ForeignGroup.make(stack);
      stack.up(limits(group, 1, 4, 1));
      autoScaling(stack)
          .setDesiredCapacity(request -> request.autoScalingGroupName(group).desiredCapacity(3));
      assertThat(stack.plan(limits(group, 1, 4, 1))).changesNothing();

      autoScaling(stack)
          .updateAutoScalingGroup(request -> request.autoScalingGroupName(group).maxSize(9));
      assertThat(stack.plan(limits(group, 1, 4, 1)))
          .updates("aws.autoscaling-limits/nodes")
          .changing("max");
      assertThat(stack.up(limits(group, 1, 4, 1))).isClean();

      assertThat(sizes(stack, group)).containsExactly(1, 4, 3);
      stack.down();
      assertThat(sizes(stack, group)).containsExactly(1, 1, 1);
      ForeignGroup.remove(stack, group);
    }
  }

  @Test
  void whatWasBegunIsFinishedAndWhatWasBeforeIsStillKnown(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String group = ForeignGroup.make(stack);
      Memo begun = new Memo(false, new Memo.Limits(1, 1, 1), stack.owner(), LIMITS.toString());
      Tag memo =
          Tag.builder()
              .resourceId(group)
              .resourceType("auto-scaling-group")
              .key(Memo.TAG)
              .value(begun.text())
              .propagateAtLaunch(false)
              .build();
      autoScaling(stack).createOrUpdateTags(request -> request.tags(memo));

      assertThat(stack.plan(limits(group, 2, 3, 3)))
          .updates("aws.autoscaling-limits/nodes")
          .changing("min", "max", "begun");
      assertThat(stack.up(limits(group, 2, 3, 3))).isClean();
      assertThat(sizes(stack, group)).containsExactly(2, 3, 3);

      stack.down();
      assertThat(sizes(stack, group)).containsExactly(1, 1, 1);
      ForeignGroup.remove(stack, group);
    }
  }

  @Test
  void thoseOfAnotherStackAreRefused(Moto moto) {
    try (AwsStack other = new AwsStack(moto);
        AwsStack stack = new AwsStack(moto)) {
      String group = ForeignGroup.make(other);
      other.up(limits(group, 1, 2, 1));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(limits(group, 1, 4, 1)))
          .satisfies(
              refused -> {
                assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN");
                assertThat(refused.first().detail()).contains(other.owner());
              });
      other.down();
      ForeignGroup.remove(other, group);
    }
  }

  @Test
  void groupThatIsNotThereIsNamed(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(limits("eks-none", 1, 4, 1)))
          .failedWith("AWS-NO-SCALING-GROUP")
          .tells("eks-none");
    }
  }

  private static Resource<LimitsSpec> limits(String group, int min, int max, int desired) {
    return Resource.of(LIMITS, new LimitsSpec(Value.of(group), min, max, desired));
  }

  private static List<Integer> sizes(AwsStack stack, String group) {
    AutoScalingGroup found = found(stack, group);
    return List.of(found.minSize(), found.maxSize(), found.desiredCapacity());
  }

  private static AutoScalingGroup found(AwsStack stack, String group) {
    return autoScaling(stack)
        .describeAutoScalingGroups(request -> request.autoScalingGroupNames(group))
        .autoScalingGroups()
        .getFirst();
  }

  private static AutoScalingClient autoScaling(AwsStack stack) {
    return stack.clients().autoScaling();
  }
}
