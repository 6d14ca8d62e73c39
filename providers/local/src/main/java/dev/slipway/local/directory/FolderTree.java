package dev.slipway.local.directory;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Predicate;

/** Removes folders with what is in them; symbolic links are removed, not followed. */
public final class FolderTree {
  private FolderTree() {}

  /** What is directly in a folder, sorted; nothing if there is no such folder. */
  public static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (var children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  /** Removes a file, or a folder with everything in it; not an error if it doesn't exist. */
  public static void delete(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(root, new Deletion());
  }

  /** Removes everything in a folder for which {@code keep} doesn't hold. */
  public static void deleteChildren(Path folder, Predicate<Path> keep) throws IOException {
    for (Path child : children(folder)) {
      if (!keep.test(child)) {
        delete(child);
      }
    }
  }

  /** Removes {@code folder} and those above it while they are empty, up to {@code end} without. */
  public static void deleteEmpty(Path folder, Path end) throws IOException {
    for (Path at = folder;
        at != null && at.startsWith(end) && !at.equals(end);
        at = at.getParent()) {
      try {
        Files.deleteIfExists(at);
      } catch (DirectoryNotEmptyException _) {
        return;
      }
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
