package dev.slipway.kubernetes.hook;

/** How far a hook is. */
enum HookPhase {
  /** It was made and hasn't ended. */
  RUNNING,
  /** It has ended well, or there was nothing to run. */
  DONE,
  /** It has ended badly. */
  FAILED,
  /** It was gone before its end was seen. */
  LOST,
  /** Its object is being deleted. */
  TERMINATING
}
