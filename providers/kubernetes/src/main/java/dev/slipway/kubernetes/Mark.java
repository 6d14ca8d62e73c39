package dev.slipway.kubernetes;

/** How Slipway marks the objects that it made. */
public final class Mark {
  /** Label with the owning stack's mark, on every object that Slipway makes. */
  public static final String OWNER = "slipway.dev/owner";

  /** Label with the owning stack's name. */
  public static final String STACK = "slipway.dev/stack";

  private Mark() {}
}
