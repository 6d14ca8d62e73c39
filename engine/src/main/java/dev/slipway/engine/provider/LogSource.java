package dev.slipway.engine.provider;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The log of one component of a running stack. */
public interface LogSource {
  /** Which component, as its user knows it, for example {@code milvus}. */
  String component();

  /**
   * Reads the log.
   *
   * @param last how many of the newest lines are read first
   * @param follow whether to wait for further lines, until {@code ended}
   * @param line takes each line, without its end
   * @param ended asked often while following
   */
  void read(int last, boolean follow, Consumer<String> line, BooleanSupplier ended);
}
