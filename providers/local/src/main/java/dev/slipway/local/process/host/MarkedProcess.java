package dev.slipway.local.process.host;

/**
 * A living process that carries a mark.
 *
 * @param parent pid of its parent
 */
public record MarkedProcess(ProcessIdentity identity, long parent, Mark mark) {}
