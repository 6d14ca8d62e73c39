package dev.slipway.engine.verify;

/**
 * Something of a stack that is still there after its removal.
 *
 * @param kind what it is, for example {@code process}, {@code port}, {@code file}
 * @param name how the provider names it
 * @param heldBy why it is still there, or what holds it
 */
public record Leftover(String kind, String name, String heldBy) {}
