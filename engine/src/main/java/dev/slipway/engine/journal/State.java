package dev.slipway.engine.journal;

import dev.slipway.engine.journal.ResourceState.Phase;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.ResourceId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is known of a stack: the sum of its journal.
 *
 * @param lineage which journal; empty before the first entry
 * @param serial number of entries it is the sum of; a plan is bound to it
 */
public record State(String lineage, long serial, Map<ResourceId, ResourceState> resources) {
  public static final State EMPTY = new State("", 0, Map.of());

  public State {
    resources = Collections.unmodifiableMap(resources);
  }

  public static State replay(Collection<Entry> entries) {
    return EMPTY.with(entries);
  }

  /** This state with further entries added. */
  public State with(Collection<Entry> entries) {
    Map<ResourceId, ResourceState> next = new HashMap<>(resources);
    String nextLineage = lineage;
    for (Entry entry : entries) {
      if (entry instanceof Entry.Opened opened) {
        nextLineage = opened.lineage();
      }
      apply(entry, next);
    }
    return new State(nextLineage, serial + entries.size(), next);
  }

  private static void apply(Entry entry, Map<ResourceId, ResourceState> resources) {
    switch (entry) {
      case Entry.Opened _, Entry.Began _, Entry.Ended _ -> {}
      case Entry.Started started -> resources.merge(started.id(), begun(started), State::continued);
      case Entry.Called(ResourceId id, Attributes attributes) ->
          change(resources, id, state -> state.present(attributes));
      case Entry.Finished(ResourceId id, Attributes attributes) ->
          change(resources, id, state -> state.present(attributes));
      case Entry.Deleted(ResourceId id) -> resources.remove(id);
      case Entry.Forgot(ResourceId id, String _) -> resources.remove(id);
      // Whether a failed call did something is not known: the phase stays, and the next plan looks.
      case Entry.Failed _ -> {}
      case Entry.Noted noted ->
          resources.put(
              noted.id(),
              new ResourceState(
                  noted.id(),
                  Phase.PRESENT,
                  noted.spec(),
                  noted.attributes(),
                  noted.dependencies(),
                  noted.removal(),
                  ""));
    }
  }

  private static ResourceState begun(Entry.Started started) {
    Phase phase =
        switch (started.action()) {
          case CREATE -> Phase.CREATING;
          case UPDATE -> Phase.UPDATING;
          case DELETE -> Phase.DELETING;
        };
    return new ResourceState(
        started.id(),
        phase,
        started.spec(),
        Attributes.NONE,
        started.dependencies(),
        started.removal(),
        started.token());
  }

  /**
   * A call on a resource that is known: what was seen of it last stays known until the call's
   * result is.
   */
  private static ResourceState continued(ResourceState before, ResourceState begun) {
    if (begun.phase() == Phase.DELETING) {
      return before.in(Phase.DELETING);
    }
    return new ResourceState(
        begun.id(),
        begun.phase(),
        begun.spec(),
        before.attributes(),
        begun.dependencies(),
        begun.removal(),
        begun.token());
  }

  private static void change(
      Map<ResourceId, ResourceState> resources,
      ResourceId id,
      UnaryOperator<ResourceState> change) {
    ResourceState state = resources.get(id);
    if (state == null) {
      throw new IllegalStateException(
          "the journal tells of the result of a call on " + id + " that was never started");
    }
    resources.put(id, change.apply(state));
  }

  public Optional<ResourceState> find(ResourceId id) {
    return Optional.ofNullable(resources.get(id));
  }

  /** Every resource's id, sorted. */
  public List<ResourceId> ids() {
    return resources.keySet().stream().sorted().toList();
  }

  public boolean isEmpty() {
    return resources.isEmpty();
  }
}
