package dev.slipway.cli.render;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.util.Objects;

/** A resource as it is now, ready to be shown. */
public record ShownResource(ResourceId id, Status status, Attributes attributes) {
  public ShownResource {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(attributes, "attributes");
  }

  boolean healthy() {
    return status instanceof Status.Current;
  }

  /** Stable word for the status. */
  String word() {
    return switch (status) {
      case Status.Current _ -> "current";
      case Status.InProgress _ -> "in-progress";
      case Status.Failed _ -> "failed";
      case Status.Terminating _ -> "terminating";
      case Status.NotFound _ -> "not-found";
    };
  }

  /** Why it isn't current; empty text if it is, or if the word says it all. */
  String reason() {
    return switch (status) {
      case Status.InProgress(String reason) -> reason;
      case Status.Failed(String reason) -> reason;
      case Status.Terminating(String reason) -> reason;
      case Status.Current _, Status.NotFound _ -> "";
    };
  }
}
