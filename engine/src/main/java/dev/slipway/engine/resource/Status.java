package dev.slipway.engine.resource;

/**
 * Whether a resource that was observed does what it is for; a pure function of the observed object.
 */
public sealed interface Status {
  /** On its way; {@code reason} says what it waits for. */
  record InProgress(String reason) implements Status {}

  /** As its spec says, and healthy. */
  record Current() implements Status {}

  /** It will not become current by waiting; {@code reason} says why. */
  record Failed(String reason) implements Status {}

  /** On its way out; {@code reason} says what holds it. */
  record Terminating(String reason) implements Status {}

  /** It does not exist. */
  record NotFound() implements Status {}

  Status CURRENT = new Current();
  Status NOT_FOUND = new NotFound();

  static Status inProgress(String reason) {
    return new InProgress(reason);
  }

  static Status failed(String reason) {
    return new Failed(reason);
  }
}
