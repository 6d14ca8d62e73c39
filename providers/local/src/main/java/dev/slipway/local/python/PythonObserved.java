package dev.slipway.local.python;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A Python environment that was completed.
 *
 * @param folder absolute path
 * @param version of the interpreter for which it was made, for example {@code 3.11.7}
 * @param requirements hash of the requirements that are installed
 * @param fault why its interpreter doesn't run any more, if it doesn't
 */
public record PythonObserved(
    Path folder, String version, String requirements, Optional<String> fault, Ownership ownership)
    implements Observed {
  public PythonObserved {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(requirements, "requirements");
    Objects.requireNonNull(fault, "fault");
    Objects.requireNonNull(ownership, "ownership");
  }

  /** The folder of its programs. */
  public Path bin() {
    return folder.resolve("bin");
  }

  @Override
  public Attributes attributes() {
    return Attributes.of(
        "folder", folder.toString(),
        "bin", bin().toString(),
        "python", bin().resolve("python").toString(),
        "version", version);
  }
}
