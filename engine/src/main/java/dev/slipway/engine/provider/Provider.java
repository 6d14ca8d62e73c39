package dev.slipway.engine.provider;

import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.verify.Leftover;
import dev.slipway.engine.verify.Route;
import dev.slipway.engine.verify.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * Replaces resources that stand for others by those, and adds the order that only this provider
   * can see in them. Called before each plan with everything that the stack wants, of other
   * providers too; what the provider doesn't know it passes on as it is. Changes nothing but the
   * secret store.
   *
   * @param last spec trees of the resources that the journal knows, as {@link
   *     dev.slipway.engine.spec.SpecTree#encode} makes them, so that what was made up once stays
   * @param purpose what is planned
   * @throws dev.slipway.engine.diagnostic.DiagnosticException with every problem that keeps them
   *     from being expanded
   */
  default Expansion expand(
      List<Resource<?>> wanted,
      Map<ResourceId, Map<String, Object>> last,
      Purpose purpose,
      Call call) {
    return Expansion.of(wanted);
  }

  /** What resources are expanded for. */
  enum Purpose {
    /** They are to be there. */
    UP,
    /**
     * They are to be removed: a provider then leaves out what it can't expand any more, since what
     * was made is known from the journal and the ownership marks.
     */
    DOWN
  }

  /**
   * Removes what carries the stack's mark although neither the journal nor the stack file knows of
   * it any more: remains of calls that were cut short. Called when everything known has been
   * removed.
   *
   * @param kept resources that hold data and stay on purpose
   */
  default void sweep(Set<ResourceId> kept, Call call) {}

  /**
   * What the provider still holds of the stack: by ownership mark and by the names that its
   * resources leave behind, whether the journal knows of it or not. Empty is the proof of a
   * removal.
   *
   * @param kept resources that hold data and stay on purpose; they aren't leftovers
   */
  List<Leftover> leftovers(Set<ResourceId> kept, Call call);

  /**
   * The least that whoever runs Slipway must be allowed to do to some resources.
   *
   * @param wanted everything that the stack wants, of other providers too
   * @return a document in the provider's own form; empty if it knows no such documents
   */
  default Optional<String> permissions(List<Resource<?>> wanted, Work work, Call call) {
    return Optional.empty();
  }

  /** What is to be done to resources. */
  enum Work {
    /** Making, changing and removing them. */
    LIFETIME,
    /** Looking at them and changing them in place: they are there, and they stay. */
    DAY_TWO
  }

  /** The logs of the stack's components, those that there are now. */
  default List<LogSource> logs(Call call) {
    return List.of();
  }

  /**
   * Opens a way from this machine to a resource of this provider that serves where only others
   * beside it can reach it.
   *
   * @throws ProviderException if the resource isn't there, nothing of it serves, or the way can't
   *     be opened
   * @throws UnsupportedOperationException if what this provider makes is reached directly
   */
  default Way open(Route route, Call call) {
    throw new UnsupportedOperationException(name() + " opens no ways");
  }

  /**
   * It is about to be asked: what takes a while before the first answer, such as connecting, may
   * begin. What goes wrong is told by the calls that follow.
   */
  default void prepare() {}

  @Override
  default void close() {}
}
