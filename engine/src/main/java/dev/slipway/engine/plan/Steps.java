package dev.slipway.engine.plan;

import dev.slipway.engine.graph.Graph;
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
import java.util.function.Function;

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

  private Steps(
      Map<ResourceId, List<Change>> changes,
      Graph wanted,
      State state,
      Function<ResourceState, List<ResourceId>> needs) {
    this.changes = changes;
    this.wanted = wanted;
    this.state = state;
    changes.forEach((id, of) -> last.put(id, new StepId(id, of.getLast().verb())));
    for (ResourceState resource : state.resources().values()) {
      for (ResourceId dependency : needs.apply(resource)) {
        users.computeIfAbsent(dependency, _ -> new ArrayList<>()).add(resource.id());
      }
    }
  }

  /**
   * What a resource needed before a call that isn't known to have ended well can contradict what
   * others need now; then the needs of the past give way.
   */
  static List<Step> of(Map<ResourceId, List<Change>> changes, Graph wanted, State state) {
    return TopologicalOrder.find(new Steps(changes, wanted, state, ResourceState::needs).all())
        .orElseGet(
            () ->
                TopologicalOrder.of(
                    new Steps(changes, wanted, state, ResourceState::dependencies).all()));
  }

  private List<Step> all() {
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
    return steps;
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
    Set<ResourceId> seen = new HashSet<>();
    List<ResourceId> todo = new ArrayList<>(users.getOrDefault(removal.id(), List.of()));
    while (!todo.isEmpty()) {
      ResourceId user = todo.removeLast();
      Change ofUser = removalOf(user);
      if (user.equals(removal.id()) || !seen.add(user)) {
        continue;
      }
      if (ofUser != null) {
        after.add(new StepId(user, ofUser.verb()));
      } else if (changes.containsKey(user)
          && !wanted.contains(removal.id())
          && !reachesReplaced(removal.id())) {
        // Where the user's change waits for a replacement below the removed resource, waiting for
        // it would close a circle, and the removal goes first.
        // It stays and is changed to do without, and so are those who took a value on through it.
        after.add(last.get(user));
        todo.addAll(users.getOrDefault(user, List.of()));
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
