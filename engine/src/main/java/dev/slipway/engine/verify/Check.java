package dev.slipway.engine.verify;

/**
 * One thing that the running system must do to count as proven. Checks of a system run in order;
 * when one fails, those after it that need its result are not run.
 */
public interface Check {
  /** What is proven, in the words of its reader, for example {@code insert 3,000 rows}. */
  String name();

  /**
   * Drives the system through its public endpoint.
   *
   * @return what was seen, in a few words, for example {@code 3,000 rows in 0.4 s}
   * @throws CheckFailure when the system doesn't do it
   */
  String run(Endpoint endpoint) throws CheckFailure;
}
