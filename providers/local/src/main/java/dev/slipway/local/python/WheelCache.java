package dev.slipway.local.python;

import dev.slipway.local.directory.DurableFile;
import dev.slipway.local.directory.FolderTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Packages that were downloaded once, in the user's cache folder, for all stacks. pip checks their
 * hashes again whenever it installs from it. May be deleted at any time.
 */
final class WheelCache {
  private final Path folder;

  WheelCache(Path folder) {
    this.folder = folder;
  }

  /** The cache of the user with these variables: {@code ${XDG_CACHE_HOME:-~/.cache}/slipway}. */
  static WheelCache of(Map<String, String> environment) {
    String base = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches =
        base.isEmpty()
            ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache")
            : Path.of(base);
    return new WheelCache(caches.toAbsolutePath().resolve("slipway").resolve("wheels"));
  }

  Path folder() {
    return folder;
  }

  /** Whether every package of a set is there. */
  boolean holds(String set) {
    try {
      Path list = list(set);
      if (!Files.isRegularFile(list)) {
        return false;
      }
      List<String> wheels = Files.readAllLines(list);
      return !wheels.isEmpty()
          && wheels.stream().allMatch(wheel -> Files.isRegularFile(folder.resolve(wheel)));
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Moves what is in a folder into the cache.
   *
   * @param set name under which {@link #holds} finds the packages together
   */
  void add(String set, Path downloads) throws IOException {
    DurableFile.createFolders(folder.resolve("sets"));
    List<Path> wheels = FolderTree.children(downloads);
    for (Path wheel : wheels) {
      Path target = folder.resolve(wheel.getFileName().toString());
      Path unfinished =
          target.resolveSibling(
              target.getFileName() + "." + ProcessHandle.current().pid() + DurableFile.UNFINISHED);
      Files.move(wheel, unfinished, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    String names = String.join("\n", wheels.stream().map(w -> w.getFileName().toString()).toList());
    DurableFile.write(list(set), names.getBytes(StandardCharsets.UTF_8));
  }

  /** Forgets a set whose packages turned out to be damaged, and removes them. */
  void drop(String set) throws IOException {
    if (Files.isRegularFile(list(set))) {
      for (String wheel : Files.readAllLines(list(set))) {
        Files.deleteIfExists(folder.resolve(wheel));
      }
      Files.delete(list(set));
    }
  }

  private Path list(String set) {
    return folder.resolve("sets").resolve(set);
  }
}
