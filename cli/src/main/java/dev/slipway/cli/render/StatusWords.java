package dev.slipway.cli.render;

import dev.slipway.engine.resource.Status;

/** A status in words. */
final class StatusWords {
  private StatusWords() {}

  /** Stable word for the status. */
  static String word(Status status) {
    return switch (status) {
      case Status.Current _ -> "current";
      case Status.InProgress _ -> "in-progress";
      case Status.Failed _ -> "failed";
      case Status.Terminating _ -> "terminating";
      case Status.NotFound _ -> "not-found";
    };
  }

  /** Why it isn't current; empty text if it is, or if the word says it all. */
  static String reason(Status status) {
    return switch (status) {
      case Status.InProgress(String reason) -> reason;
      case Status.Failed(String reason) -> reason;
      case Status.Terminating(String reason) -> reason;
      case Status.Current _, Status.NotFound _ -> "";
    };
  }
}
