package dev.slipway.engine.resource;

/** What becomes of a resource when it leaves the stack or the stack goes down. */
public enum Removal {
  /** It is deleted. */
  DELETE,
  /** It holds data: it is left where it is, and Slipway forgets it. */
  KEEP
}
