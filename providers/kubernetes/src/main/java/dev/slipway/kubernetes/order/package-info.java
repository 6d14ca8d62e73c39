/**
 * The order in which objects are made, derived from what they say of each other; objects are
 * removed in the reverse order.
 */
package dev.slipway.kubernetes.order;
