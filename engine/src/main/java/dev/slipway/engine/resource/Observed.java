package dev.slipway.engine.resource;

import java.util.Optional;

/** A resource as its provider shows it at one moment; a record of the handler's own. */
public interface Observed {
  Attributes attributes();

  default Ownership ownership() {
    return Ownership.OURS;
  }

  /** Who has what is {@link Ownership#FOREIGN}, as in "the stack 'harbour'"; empty if unknown. */
  default Optional<String> holder() {
    return Optional.empty();
  }

  /** Whose mark a resource carries. */
  enum Ownership {
    /** This stack's own mark. */
    OURS,
    /**
     * Not this stack's mark, but its spec allows to take it over: an update does so, a removal
     * leaves it alone.
     */
    ADOPTABLE,
    /** Another stack's mark or none: never touched without being asked. */
    FOREIGN
  }
}
