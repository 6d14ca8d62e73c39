package dev.slipway.lab.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that the lab makes and removes. */
public final class Folders {
  private Folders() {}

  /** Removes a folder that nobody needs any more, or says that it stays. */
  public static void forget(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      System.err.println("lab: " + folder + " stays: " + e);
    }
  }

  /** Removes a folder with all that is in it; one that isn't there is fine. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
