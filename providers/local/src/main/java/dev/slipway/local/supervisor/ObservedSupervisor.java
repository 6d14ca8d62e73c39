package dev.slipway.local.supervisor;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import dev.slipway.local.LocalTarget;
import dev.slipway.local.process.host.ProcessIdentity;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A supervisor, or what is left of one.
 *
 * @param process empty if only its folder is there
 * @param serving whether it takes orders from {@code folder}: not yet while it starts, and no more
 *     when its folder was removed
 */
public record ObservedSupervisor(Path folder, Optional<ProcessIdentity> process, boolean serving)
    implements Observed {
  @Override
  public Attributes attributes() {
    return Attributes.of(
        "folder", folder.toString(),
        "secrets-folder", folder.resolveSibling(LocalTarget.SECRETS).toString(),
        "pid", process.map(ProcessIdentity::pid).orElse(null),
        "started", process.map(ProcessIdentity::start).orElse(null));
  }

  /** In a few words: what a plan shows as {@code state}. */
  String state() {
    if (serving) {
      return "running";
    }
    return process.isPresent() ? "not taking orders" : "stopped";
  }
}
