package dev.slipway.engine.stack;

import java.util.Objects;
import java.util.Optional;

/**
 * The place that a stack file names.
 *
 * @param config the kind's typed configuration
 */
public record StackTarget<T extends Record>(TargetKind<T> kind, T config) {
  public StackTarget {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(config, "config");
  }

  /** See {@link TargetKind#foundation}. */
  public Optional<Launch> foundation(Site site) {
    return kind.foundation(config, site);
  }

  /** See {@link TargetKind#open}. */
  public TargetKind.Access open(TargetKind.Opening opening) {
    return kind.open(config, opening);
  }
}
