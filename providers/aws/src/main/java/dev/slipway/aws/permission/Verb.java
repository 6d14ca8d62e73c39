package dev.slipway.aws.permission;

/** What a handler does when it needs a permission. */
public enum Verb {
  READ,
  CREATE,
  UPDATE,
  DELETE
}
