package dev.slipway.kubernetes.order;

/** Why an object comes after another, strongest reason first. */
enum Rank {
  /** It lives in that namespace. */
  NAMESPACE,
  /** That defines its kind, or the kinds that it operates on. */
  DEFINITION,
  /** It names that, and can't start without. */
  REFERENCE,
  /** That gives its service account what it may do. */
  ACCESS,
  /** That is what it scales or protects. */
  TARGET,
  /** That serves what the API server calls on its behalf. */
  BACKEND,
  /** It names that, in a field of a custom kind or one that may stay empty. */
  MENTION,
  /** That has to see or change it when it is made. */
  ADMISSION,
  /** That makes the secret that it mounts. */
  MAKER,
  /** That acts on its kind. */
  OPERATOR,
  /** That sets rules for its namespace. */
  RULES,
  /** It may get in the way of everything that is made after it. */
  LAST
}
