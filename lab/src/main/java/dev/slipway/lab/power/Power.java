package dev.slipway.lab.power;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The power of a simulated machine. What runs on the machine passes points: before and after each
 * call to the cloud, and before, within and after each write of the journal. At one of them
 * something can happen, a power cut for one.
 */
public final class Power {
  private static final int NEVER = -1;

  private final AtomicInteger passed = new AtomicInteger();
  private final int at;
  private final Runnable happening;
  private volatile boolean off;

  private Power(int at, Runnable happening) {
    this.at = at;
    this.happening = happening == null ? this::cut : happening;
  }

  /** Power that stays. */
  public static Power steady() {
    return new Power(NEVER, () -> {});
  }

  /**
   * Power that is cut at a point.
   *
   * @param point number from 0
   */
  public static Power cutAt(int point) {
    return new Power(point, null);
  }

  /**
   * Power that stays, with something that happens at a point.
   *
   * @param point number from 0
   */
  public static Power at(int point, Runnable happening) {
    return new Power(point, happening);
  }

  public void cut() {
    off = true;
  }

  public boolean isOff() {
    return off;
  }

  /** Number of points passed so far. */
  public int passed() {
    return passed.get();
  }

  /**
   * Passes a point.
   *
   * @throws PowerCut if the power is or goes off here
   */
  public void point() {
    check();
    if (passed.getAndIncrement() == at) {
      happening.run();
      check();
    }
  }

  /**
   * @throws PowerCut if the power is off
   */
  public void check() {
    if (off) {
      throw new PowerCut();
    }
  }
}
