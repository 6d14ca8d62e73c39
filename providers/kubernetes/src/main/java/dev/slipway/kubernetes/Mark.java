package dev.slipway.kubernetes;

/** How Slipway marks the objects that it made. */
public final class Mark {
  /** Label with the owning stack's mark, on every object that Slipway makes. */
  public static final String OWNER = "slipway.dev/owner";

  /** Label with the owning stack's name. */
  public static final String STACK = "slipway.dev/stack";

  /**
   * Annotation with the owning stack's mark, on what stays after the stack's removal since it holds
   * data: a later launch may take it back.
   */
  public static final String KEPT = "slipway.dev/kept";

  /**
   * Annotation on a StatefulSet, {@code delete} or {@code keep}: what becomes of the claims that it
   * makes when the stack goes; kept without it. As a label on a claim: that it goes.
   */
  public static final String CLAIMS = "slipway.dev/claims";

  /** Value of {@link #CLAIMS}. */
  public static final String DELETE = "delete";

  private Mark() {}
}
