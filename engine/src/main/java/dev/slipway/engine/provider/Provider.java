package dev.slipway.engine.provider;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Leftover;
import java.util.List;
import java.util.Set;

/** A place where resources are made: a cloud, a cluster, this machine. */
public interface Provider extends AutoCloseable {
  /** The first part of its resource types, for example {@code local}. */
  String name();

  List<ResourceHandler<?, ?>> handlers();

  default RateBudget budget() {
    return RateBudget.UNLIMITED;
  }

  /**
   * Removes what carries the stack's mark although neither the journal nor the stack file knows of
   * it any more: remains of calls that were cut short. Called when everything known has been
   * removed.
   */
  default void sweep(Call call) {}

  /**
   * What the provider still holds of the stack: by ownership mark and by the names that its
   * resources leave behind, whether the journal knows of it or not. Empty is the proof of a
   * removal.
   *
   * @param kept resources that hold data and stay on purpose; they aren't leftovers
   */
  List<Leftover> leftovers(Set<ResourceId> kept, Call call);

  /** The logs of the stack's components, those that there are now. */
  default List<LogSource> logs(Call call) {
    return List.of();
  }

  @Override
  default void close() {}
}
