package dev.slipway.local;

/** The {@code local} target has no keys of its own. */
public record LocalConfig() {}
