package dev.slipway.cli.render;

import dev.slipway.engine.resource.Attributes;
import java.util.Optional;

/** Where a resource is, as far as its attributes tell. */
final class Place {
  private Place() {}

  static Optional<String> of(Attributes attributes) {
    return attributes
        .text("path")
        .or(() -> attributes.text("folder"))
        .or(() -> attributes.text("id"))
        .map(Printable::line);
  }
}
