package dev.slipway.engine.stack;

/**
 * Turns the typed configuration of one system into the resources, outputs and proof of it. Pure: no
 * clock, no network, no file.
 *
 * @param <C> record of the system's keys in the stack file, each described by {@link Key}
 */
public interface Blueprint<C extends Record> {
  /** The system's key in the stack file, for example {@code milvus}. */
  String system();

  /** One sentence on what the system is. */
  String summary();

  Class<C> configType();

  /**
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if the system can't be built so, or
   *     not on this target
   */
  Launch build(C config, Site site);
}
