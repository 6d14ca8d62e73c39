package dev.slipway.engine.plan;

import dev.slipway.engine.graph.Circles;
import dev.slipway.engine.graph.Graph;
import dev.slipway.engine.graph.Order;
import dev.slipway.engine.journal.ResourceState;
import dev.slipway.engine.journal.State;
import dev.slipway.engine.plan.StepId.Verb;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts changes into order: what is made comes after what it needs; what is removed comes before
 * what it needed, and after what used it has been changed to do without.
 */
final class Steps {
  private final Map<ResourceId, List<Change>> changes;
  private final Graph wanted;
  private final State state;
  private final Map<ResourceId, List<ResourceId>> users = new HashMap<>();
  private final Map<ResourceId, Boolean> reachesReplaced = new HashMap<>();

  /** The last step on each resource: its making, or its removal if it isn't wanted. */
  private final Map<ResourceId, StepId> last = new HashMap<>();

  private Steps(Map<ResourceId, List<Change>> changes, Graph wanted, State state) {
    this.changes = changes;
    this.wanted = wanted;
    this.state = state;
    changes.forEach((id, of) -> last.put(id, new StepId(id, of.getLast().verb())));
    for (ResourceState resource : state.resources().values()) {
      for (ResourceId dependency : resource.needs()) {
        users.computeIfAbsent(dependency, _ -> new ArrayList<>()).add(resource.id());
      }
    }
  }

  static List<Step> of(Map<ResourceId, List<Change>> changes, Graph wanted, State state) {
    return new Steps(changes, wanted, state).ordered();
  }

  private List<Step> ordered() {
    List<Step> steps = new ArrayList<>();
    for (ResourceId id : changes.keySet()) {
      Change removal = removalOf(id);
      if (removal != null) {
        steps.add(
            new Step(new StepId(id, removal.verb()), removal, List.copyOf(afterRemoving(removal))));
      }
    }
    for (Resource<?> resource : wanted.resources()) {
      Change change = changes.get(resource.id()).getLast();
      steps.add(new Step(last.get(resource.id()), change, afterMaking(resource.id())));
    }
    // What the journal knows of needs comes from different times, after failures and repairs above
    // all, and can contradict itself; then needs of the past give way first.
    List<Step> sound = steps;
    for (Loosening loosening : Loosening.values()) {
      sound = loosened(sound, loosening);
    }
    return TopologicalOrder.of(sound);
  }

  /** Which waits of removals for removals are given up where they close a circle. */
  private enum Loosening {
    FORMER,
    ALL
  }

  private List<Step> loosened(List<Step> steps, Loosening loosening) {
    int[][] awaited = TopologicalOrder.awaited(steps);
    if (Order.of(awaited).length == steps.size()) {
      return steps;
    }
    int[] circle = Circles.of(awaited);
    List<Step> loosened = new ArrayList<>(steps.size());
    for (int i = 0; i < awaited.length; i++) {
      Step step = steps.get(i);
      List<StepId> after = new ArrayList<>();
      for (int n = 0; n < awaited[i].length; n++) {
        StepId before = step.after().get(n);
        boolean onCircle = circle[i] == circle[awaited[i][n]];
        if (!onCircle || !removes(step.change()) || keeps(before, step, loosening)) {
          after.add(before);
        }
      }
      loosened.add(new Step(step.id(), step.change(), after));
    }
    return loosened;
  }

  private boolean keeps(StepId user, Step removal, Loosening loosening) {
    return loosening == Loosening.FORMER
        && state
            .find(user.resource())
            .filter(known -> known.dependencies().contains(removal.id().resource()))
            .isPresent();
  }

  private Change removalOf(ResourceId id) {
    List<Change> of = changes.getOrDefault(id, List.of());
    return of.isEmpty() || !removes(of.getFirst()) ? null : of.getFirst();
  }

  private static boolean removes(Change change) {
    return change.verb() == Verb.DELETE || change.verb() == Verb.FORGET;
  }

  private List<StepId> afterMaking(ResourceId id) {
    List<ResourceId> dependencies = wanted.dependencies(id);
    List<StepId> after = new ArrayList<>(dependencies.size() + 1);
    for (ResourceId dependency : dependencies) {
      after.add(last.get(dependency));
    }
    Change removal = removalOf(id);
    if (removal != null) {
      after.add(new StepId(id, removal.verb()));
    }
    return after;
  }

  private Set<StepId> afterRemoving(Change removal) {
    Set<StepId> after = new TreeSet<>();
    for (ResourceId user : users.getOrDefault(removal.id(), List.of())) {
      Change ofUser = removalOf(user);
      if (ofUser != null) {
        after.add(new StepId(user, ofUser.verb()));
      } else if (changes.containsKey(user)
          && !wanted.contains(removal.id())
          && !reachesReplaced(removal.id())) {
        // The user stays and is changed to do without. Where that change itself waits for a
        // replacement below the removed resource,
        // waiting would close a circle, and the removal goes first.
        after.add(last.get(user));
      }
    }
    return after;
  }

  private boolean reachesReplaced(ResourceId id) {
    Boolean known = reachesReplaced.get(id);
    if (known != null) {
      return known;
    }
    Set<ResourceId> seen = new HashSet<>();
    List<ResourceId> todo = new ArrayList<>(List.of(id));
    boolean reaches = false;
    while (!todo.isEmpty() && !reaches) {
      ResourceId at = todo.removeLast();
      if (seen.add(at)) {
        reaches = wanted.contains(at) && removalOf(at) != null;
        state.find(at).ifPresent(before -> todo.addAll(before.needs()));
      }
    }
    reachesReplaced.put(id, reaches);
    return reaches;
  }
}
