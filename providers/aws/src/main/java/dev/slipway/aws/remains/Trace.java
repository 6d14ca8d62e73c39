package dev.slipway.aws.remains;

/**
 * Something that a cluster made by itself.
 *
 * @param kind what it is, for example {@code load balancer}
 * @param id by which it is removed
 * @param name by which its user knows it
 * @param sign how it is known to be the cluster's: a tag or its name
 */
public record Trace(String kind, String id, String name, String sign) {}
