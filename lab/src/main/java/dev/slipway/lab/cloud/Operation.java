package dev.slipway.lab.cloud;

/** What is asked of the simulated cloud. */
public enum Operation {
  READ,
  LIST,
  CREATE,
  UPDATE,
  DELETE
}
