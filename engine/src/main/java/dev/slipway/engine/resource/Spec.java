package dev.slipway.engine.resource;

/**
 * What a resource should be: a record whose components are scalars, enums, {@link Value}s, other
 * records, or lists, sets, optionals and maps with string keys of those. The engine finds the
 * resource's dependencies by looking for {@link Value.Ref}s in it.
 */
public interface Spec {}
