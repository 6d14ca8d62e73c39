package dev.slipway.lab.assertion;

import dev.slipway.engine.plan.Change;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.plan.Step;
import dev.slipway.engine.plan.StepId;
import dev.slipway.engine.plan.StepId.Verb;
import dev.slipway.engine.resource.FieldChange;
import dev.slipway.engine.resource.ResourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Asserts what a plan says; {@code before} and {@code after} speak of the step named last. */
public final class PlanAssert extends AbstractAssert<PlanAssert, Plan> {
  private final Map<StepId, Step> steps = new HashMap<>();
  private Step last;

  PlanAssert(Plan plan) {
    super(plan, PlanAssert.class);
    plan.steps().forEach(step -> steps.put(step.id(), step));
  }

  public PlanAssert creates(String id) {
    return has(id, Verb.CREATE);
  }

  public PlanAssert updates(String id) {
    return has(id, Verb.UPDATE);
  }

  public PlanAssert deletes(String id) {
    return has(id, Verb.DELETE);
  }

  public PlanAssert forgets(String id) {
    return has(id, Verb.FORGET);
  }

  public PlanAssert keeps(String id) {
    return has(id, Verb.KEEP);
  }

  /** It is deleted and then made anew; {@code before} speaks of the deletion. */
  public PlanAssert replaces(String id) {
    return has(id, Verb.CREATE).after(Verb.DELETE, id).has(id, Verb.DELETE);
  }

  /** The fields that the update named last promises to change. */
  public PlanAssert changing(String... fields) {
    Assertions.assertThat(((Change.Update) last.change()).diff().fields())
        .extracting(FieldChange::path)
        .containsExactlyInAnyOrder(fields);
    return this;
  }

  /** The update named last doesn't know the field's new value yet. */
  public PlanAssert unknown(String field) {
    Assertions.assertThat(((Change.Update) last.change()).diff().fields())
        .anySatisfy(
            change -> {
              Assertions.assertThat(change.path()).isEqualTo(field);
              Assertions.assertThat(change.after().toString()).contains("Unknown");
            });
    return this;
  }

  public PlanAssert changesNothing() {
    Assertions.assertThat(actual.steps().stream().filter(Step::acts).map(Step::id)).isEmpty();
    Assertions.assertThat(actual.isEmpty()).isTrue();
    return this;
  }

  /** It has so many steps that do something. */
  public PlanAssert acts(int number) {
    Assertions.assertThat(actual.acting()).as("acting steps").isEqualTo(number);
    return this;
  }

  /** The step named last must have ended well before any step on this resource begins. */
  public PlanAssert before(String id) {
    ResourceId resource = ResourceId.parse(id);
    List<Step> others =
        actual.steps().stream().filter(step -> step.id().resource().equals(resource)).toList();
    Assertions.assertThat(others).as("steps on %s", id).isNotEmpty();
    for (Step other : others) {
      Assertions.assertThat(awaited(other)).as("what %s waits for", other.id()).contains(last.id());
    }
    return this;
  }

  /** The step named last doesn't wait for this resource's steps, nor they for it. */
  public PlanAssert besides(String id) {
    for (Step other : actual.steps()) {
      if (other.id().resource().equals(ResourceId.parse(id))) {
        Assertions.assertThat(awaited(other)).doesNotContain(last.id());
        Assertions.assertThat(awaited(last)).doesNotContain(other.id());
      }
    }
    return this;
  }

  /** The step named last waits for this one. */
  public PlanAssert after(Verb verb, String id) {
    Assertions.assertThat(awaited(last)).contains(new StepId(ResourceId.parse(id), verb));
    return this;
  }

  private PlanAssert has(String id, Verb verb) {
    StepId wanted = new StepId(ResourceId.parse(id), verb);
    Assertions.assertThat(steps.keySet()).contains(wanted);
    last = steps.get(wanted);
    return this;
  }

  private Set<StepId> awaited(Step step) {
    Set<StepId> awaited = new HashSet<>();
    List<StepId> todo = new java.util.ArrayList<>(step.after());
    while (!todo.isEmpty()) {
      StepId next = todo.removeLast();
      if (awaited.add(next)) {
        todo.addAll(steps.get(next).after());
      }
    }
    return awaited;
  }
}
