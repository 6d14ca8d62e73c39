package dev.slipway.cli.render;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Does something again and again on a thread of its own until it is closed, then something last.
 */
final class Ticker implements AutoCloseable {
  private final Duration interval;
  private final Runnable tick;
  private final Runnable last;
  private final Thread thread;
  private boolean closed;

  Ticker(String name, Duration interval, Runnable tick, Runnable last) {
    this.interval = interval;
    this.tick = tick;
    this.last = last;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (pause()) {
        tick.run();
      }
    } finally {
      last.run();
    }
  }

  private synchronized boolean pause() {
    long end = System.nanoTime() + interval.toNanos();
    long left;
    while (!closed && (left = end - System.nanoTime()) > 0) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException _) {
        closed = true;
      }
    }
    return !closed;
  }

  /** Returns when the last thing is done; doing so again changes nothing. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
