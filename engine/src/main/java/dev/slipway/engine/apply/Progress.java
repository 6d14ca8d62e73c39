package dev.slipway.engine.apply;

import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * How far the steps of a plan have come, and which of them are free to begin. Owned by one thread.
 */
final class Progress {
  private enum Stage {
    OPEN,
    FINISHED,
    FAILED,
    SKIPPED
  }

  private final Plan plan;
  private final Stage[] stages;
  private final int[] waitingFor;
  private final int[][] dependents;
  private int finished;
  private int skipped;

  Progress(Plan plan, int[][] dependents) {
    this.plan = plan;
    int n = plan.steps().size();
    stages = new Stage[n];
    java.util.Arrays.fill(stages, Stage.OPEN);
    waitingFor = new int[n];
    this.dependents = dependents;
    for (int i = 0; i < n; i++) {
      waitingFor[i] = plan.steps().get(i).after().size();
    }
  }

  Plan plan() {
    return plan;
  }

  Step step(int index) {
    return plan.steps().get(index);
  }

  /** Steps that wait for nothing. */
  List<Integer> free() {
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < waitingFor.length; i++) {
      if (waitingFor[i] == 0) {
        free.add(i);
      }
    }
    return free;
  }

  /** Counts a step as ended well; the steps that are free now because of it. */
  List<Integer> finish(int index) {
    stages[index] = Stage.FINISHED;
    if (step(index).acts()) {
      finished++;
    }
    List<Integer> free = new ArrayList<>();
    for (int dependent : dependents[index]) {
      if (--waitingFor[dependent] == 0 && stages[dependent] == Stage.OPEN) {
        free.add(dependent);
      }
    }
    return free;
  }

  /** Counts a step as failed; all that wait for it, directly or not, are skipped. */
  void fail(int index, BiConsumer<Step, String> told) {
    stages[index] = Stage.FAILED;
    skipDependents(index, step(index).id() + " failed", told);
  }

  /** Counts a step, and all that wait for it, as skipped. */
  void skip(int index, String because, BiConsumer<Step, String> told) {
    mark(index, because, told);
    skipDependents(index, because, told);
  }

  private void skipDependents(int index, String because, BiConsumer<Step, String> told) {
    Deque<Integer> todo = new ArrayDeque<>(List.of(index));
    while (!todo.isEmpty()) {
      for (int dependent : dependents[todo.remove()]) {
        if (stages[dependent] == Stage.OPEN) {
          mark(dependent, because, told);
          todo.add(dependent);
        }
      }
    }
  }

  private void mark(int index, String because, BiConsumer<Step, String> told) {
    stages[index] = Stage.SKIPPED;
    if (step(index).acts()) {
      skipped++;
    }
    told.accept(step(index), because);
  }

  /** Skips what was neither begun nor skipped; how many that are. */
  int skipRest(String because, BiConsumer<Step, String> told) {
    int rest = 0;
    for (int i = 0; i < stages.length; i++) {
      if (stages[i] == Stage.OPEN) {
        stages[i] = Stage.SKIPPED;
        told.accept(step(i), because);
        rest += step(i).acts() ? 1 : 0;
      }
    }
    return rest;
  }

  int finished() {
    return finished;
  }

  int skipped() {
    return skipped;
  }
}
