package dev.slipway.engine.verify;

/** An open way to something that can't be reached directly, until it is closed. */
public interface Way extends AutoCloseable {
  /** The port on this machine's loopback address that leads there, 1 to 65535. */
  int port();

  @Override
  void close();
}
