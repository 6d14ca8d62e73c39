package dev.slipway.lab.assertion;

import dev.slipway.engine.apply.Applier;
import dev.slipway.engine.plan.Plan;
import dev.slipway.lab.cloud.SimulatedCloud;

/** Assertions in the words of plans, clouds and results. */
public final class LabAssertions {
  private LabAssertions() {}

  public static PlanAssert assertThat(Plan plan) {
    return new PlanAssert(plan);
  }

  public static CloudAssert assertThat(SimulatedCloud cloud) {
    return new CloudAssert(cloud);
  }

  public static ResultAssert assertThat(Applier.Result result) {
    return new ResultAssert(result);
  }
}
