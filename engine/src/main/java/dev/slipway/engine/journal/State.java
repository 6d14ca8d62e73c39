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

  /** An entry tells the result of a call that no entry before it began. */
  public static final class BrokenSequenceException extends IllegalStateException {
    private final long entry;

    private BrokenSequenceException(long entry, ResourceId id) {
      super("it tells the result of a call on " + id + " that was never begun");
      this.entry = entry;
    }

    /** The entry's number, from 1. */
    public long entry() {
      return entry;
    }
  }

  /**
   * @throws BrokenSequenceException if an entry is missing
   */
  public static State replay(Collection<Entry> entries) {
    return EMPTY.with(entries);
  }

  /**
   * This state with further entries added.
   *
   * @throws BrokenSequenceException if an entry is missing
   */
  public State with(Collection<Entry> entries) {
    Sum sum = new Sum(this);
    entries.forEach(sum::add);
    return sum.state();
  }

  /** A state that grows with each entry. Owned by one thread. */
  static final class Sum {
    private final Map<ResourceId, ResourceState> resources;
    private String lineage;
    private long serial;

    Sum(State before) {
      resources = new HashMap<>(before.resources());
      lineage = before.lineage();
      serial = before.serial();
    }

    void add(Entry entry) {
      serial++;
      if (entry instanceof Entry.Opened opened) {
        lineage = opened.lineage();
      }
      Optional<ResourceId> result = resultOf(entry);
      if (result.isPresent() && !resources.containsKey(result.get())) {
        throw new BrokenSequenceException(serial, result.get());
      }
      apply(entry, resources);
    }

    State state() {
      return new State(lineage, serial, new HashMap<>(resources));
    }
  }

  private static void apply(Entry entry, Map<ResourceId, ResourceState> resources) {
    switch (entry) {
      case Entry.Opened _, Entry.Began _, Entry.Ended _ -> {}
      case Entry.Started started -> resources.merge(started.id(), begun(started), State::continued);
      case Entry.Called(ResourceId id, Attributes attributes) ->
          resources.computeIfPresent(id, (_, state) -> state.present(attributes));
      case Entry.Finished(ResourceId id, Attributes attributes) ->
          resources.computeIfPresent(id, (_, state) -> state.present(attributes));
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
                  List.of(),
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
        List.of(),
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
        before.needs(),
        begun.removal(),
        begun.token());
  }

  /** The resource whose call's result the entry tells, if it tells one. */
  static Optional<ResourceId> resultOf(Entry entry) {
    return switch (entry) {
      case Entry.Called(ResourceId id, Attributes _) -> Optional.of(id);
      case Entry.Finished(ResourceId id, Attributes _) -> Optional.of(id);
      case Entry.Opened _,
          Entry.Began _,
          Entry.Ended _,
          Entry.Started _,
          Entry.Deleted _,
          Entry.Forgot _,
          Entry.Failed _,
          Entry.Noted _ ->
          Optional.empty();
    };
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
