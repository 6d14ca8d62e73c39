package dev.slipway.aws.autoscaling;

import dev.slipway.aws.AwsStack;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** An Auto Scaling group that isn't the stack's, as EKS makes one for a node group. */
public final class ForeignGroup {
  private ForeignGroup() {}

  /** Makes one with one instance, and with a name of this stack's alone. */
  public static String make(AwsStack stack) {
    String name = "eks-" + stack.owner();
    AutoScalingClient autoScaling = stack.clients().autoScaling();
    autoScaling.createLaunchConfiguration(
        request ->
            request.launchConfigurationName(name).imageId("ami-12c6146b").instanceType("t3.small"));
    autoScaling.createAutoScalingGroup(
        request ->
            request
                .autoScalingGroupName(name)
                .launchConfigurationName(name)
                .availabilityZones(AwsStack.REGION.id() + "a")
                .minSize(1)
                .maxSize(1)
                .desiredCapacity(1));
    return name;
  }

  /** Removes it. */
  public static void remove(AwsStack stack, String group) {
    AutoScalingClient autoScaling = stack.clients().autoScaling();
    autoScaling.deleteAutoScalingGroup(
        request -> request.autoScalingGroupName(group).forceDelete(true));
    autoScaling.deleteLaunchConfiguration(request -> request.launchConfigurationName(group));
  }
}
