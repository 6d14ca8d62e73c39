/** Helm charts and manifests of one's own as a system of a stack. */
package dev.slipway.workloads;
