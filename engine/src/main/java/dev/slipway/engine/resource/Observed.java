package dev.slipway.engine.resource;

/** A resource as its provider shows it at one moment; a record of the handler's own. */
public interface Observed {
  Attributes attributes();

  default Ownership ownership() {
    return Ownership.OURS;
  }

  /** Whose mark a resource carries. */
  enum Ownership {
    /** This stack's own mark. */
    OURS,
    /** Another stack's mark or none: never touched without being asked. */
    FOREIGN
  }
}
