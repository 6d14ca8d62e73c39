package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Diagnostic.Location;
import dev.slipway.engine.diagnostic.DiagnosticException;
import java.util.Objects;
import java.util.Optional;

/**
 * A system that a stack file asks for.
 *
 * @param config the blueprint's typed configuration
 * @param location of the system's key in the file
 */
public record StackSystem<C extends Record>(
    Blueprint<C> blueprint, C config, Optional<Location> location) {
  public StackSystem {
    Objects.requireNonNull(blueprint, "blueprint");
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(location, "location");
  }

  /** Its name, which is its key in the file. */
  public String name() {
    return blueprint.system();
  }

  /**
   * Builds it.
   *
   * @throws DiagnosticException if it can't be built so; problems without a place get that of the
   *     system's key
   */
  public Launch launch(Site site) {
    try {
      return blueprint.build(config, site);
    } catch (DiagnosticException e) {
      DiagnosticException located =
          new DiagnosticException(e.diagnostics().stream().map(this::located).toList());
      located.initCause(e);
      throw located;
    }
  }

  StackSystem<C> at(Location location) {
    return new StackSystem<>(blueprint, config, Optional.of(location));
  }

  private Diagnostic located(Diagnostic diagnostic) {
    return diagnostic.location().isEmpty() && location.isPresent()
        ? diagnostic.at(location.get())
        : diagnostic;
  }
}
