package dev.slipway.local.directory;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A folder that exists.
 *
 * @param path absolute path
 * @param ownership whose mark it carries
 */
public record DirectoryObserved(Path path, Ownership ownership) implements Observed {
  public DirectoryObserved {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(ownership, "ownership");
  }

  @Override
  public Attributes attributes() {
    return Attributes.of("path", path.toString());
  }
}
