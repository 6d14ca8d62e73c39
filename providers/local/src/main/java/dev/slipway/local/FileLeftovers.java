package dev.slipway.local;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.verify.Leftover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files of a stack that are still there when it has been taken down. */
final class FileLeftovers {
  /**
   * What may stay: the journal, damaged ones that a repair put aside, and the lock of the command
   * that looks.
   */
  private static final Set<String> STAY = Set.of("journal.jsonl", "lock.json", "lock.json.new");

  private FileLeftovers() {}

  /**
   * Everything in the stack's folder but the journal.
   *
   * @param kept folders with data that stay on purpose
   */
  static List<Leftover> in(Path folder, List<Path> kept) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.equals(folder))
          .filter(
              file ->
                  !STAY.contains(file.getFileName().toString())
                      && !file.getFileName().toString().startsWith("journal.damaged"))
          .filter(
              file ->
                  kept.stream().noneMatch(data -> file.startsWith(data) || data.startsWith(file)))
          .map(
              file ->
                  new Leftover("file", file.toString(), "nothing that Slipway knows of removed it"))
          .toList();
    } catch (IOException e) {
      throw Diagnostic.environment(
              "LOCAL-FOLDER-UNREADABLE",
              "The stack's folder can't be looked through",
              "Looking through " + folder + " failed: " + e.getMessage() + ".",
              "Mend the folder's permissions, then run the same command again.")
          .asException(e);
    }
  }
}
