package dev.slipway.engine.plan;

import dev.slipway.engine.graph.Order;
import java.util.List;
import java.util.Objects;

/**
 * What is to be done to bring a stack to what is wanted; applying it only executes it.
 *
 * @param stack the stack's name
 * @param owner the mark that its resources carry
 * @param lineage of the journal that it was made against; empty if there was none
 * @param serial of the state that it was made against
 * @param steps in an order in which each comes after those it waits for
 */
public record Plan(String stack, String owner, String lineage, long serial, List<Step> steps) {
  public Plan {
    Objects.requireNonNull(stack, "stack");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(lineage, "lineage");
    steps = List.copyOf(steps);
  }

  /** For each step the places of the steps that wait for it. */
  public int[][] dependents() {
    return Order.dependents(TopologicalOrder.awaited(steps));
  }

  /** Whether applying it would do nothing. */
  public boolean isEmpty() {
    return steps.stream().noneMatch(Step::acts);
  }

  /** Number of steps that change a resource or wait for one. */
  public int acting() {
    return (int) steps.stream().filter(Step::acts).count();
  }

  public long count(StepId.Verb verb) {
    return steps.stream().filter(step -> step.id().verb() == verb).count();
  }
}
