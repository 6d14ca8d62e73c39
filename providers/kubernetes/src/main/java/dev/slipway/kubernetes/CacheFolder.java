package dev.slipway.kubernetes;

import java.nio.file.Path;
import java.util.Map;

/** Where Slipway keeps what it has fetched: {@code ${XDG_CACHE_HOME:-~/.cache}/slipway}. */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * The folder, absolute; it may not exist yet.
   *
   * @param environment the process's environment variables
   * @param user the user's home folder
   */
  public static Path of(Map<String, String> environment, Path user) {
    String caches = environment.get("XDG_CACHE_HOME");
    return (caches == null || caches.isEmpty() ? user.resolve(".cache") : Path.of(caches))
        .toAbsolutePath()
        .resolve("slipway");
  }
}
