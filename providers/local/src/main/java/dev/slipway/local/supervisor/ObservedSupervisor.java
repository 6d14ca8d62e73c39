package dev.slipway.local.supervisor;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.local.LocalTarget;
import dev.slipway.local.process.host.ProcessIdentity;
import java.nio.file.Path;

/**
 * A supervisor that lives.
 *
 * @param serving whether it takes orders from {@code folder}: not yet while it starts, and no more
 *     when its folder was removed
 */
public record ObservedSupervisor(Path folder, ProcessIdentity process, boolean serving)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of(
        "folder", folder.toString(),
        "secrets-folder", folder.resolveSibling(LocalTarget.SECRETS).toString(),
        "pid", process.pid(),
        "started", process.start());
  }
}
