package dev.slipway.local.directory;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Folders for data. One that holds something and doesn't carry our mark is never touched. */
public final class DirectoryHandler implements ResourceHandler<DirectorySpec, DirectoryObserved> {
  private static final int DEEPEST = 6;

  private final Path stackFolder;

  public DirectoryHandler(Path stackFolder) {
    this.stackFolder = stackFolder.toAbsolutePath().normalize();
  }

  @Override
  public String type() {
    return DirectorySpec.TYPE;
  }

  @Override
  public Class<DirectorySpec> specType() {
    return DirectorySpec.class;
  }

  @Override
  public Optional<DirectoryObserved> read(Subject<DirectorySpec> subject, Call call) {
    Stream<Path> known =
        Stream.concat(
            subject.last().flatMap(last -> last.text("path")).map(Path::of).stream(),
            subject.spec().map(this::path).stream());
    List<Path> places = known.distinct().toList();
    try {
      for (Path place : places) {
        Optional<DirectoryObserved> found = look(place, subject.id(), call);
        if (found.isPresent()) {
          return found;
        }
      }
      return places.isEmpty() ? search(subject.id(), call) : Optional.empty();
    } catch (IOException | UncheckedIOException failure) {
      throw FileProblem.refused("look at the folder", stackFolder, cause(failure));
    }
  }

  @Override
  public Diff diff(DirectorySpec desired, DirectoryObserved observed) {
    return Diff.builder().immutable("path", shown(observed.path()), shown(path(desired))).build();
  }

  @Override
  public DirectoryObserved create(ResourceId id, DirectorySpec spec, Call call) {
    Path folder = path(spec);
    try {
      Optional<DirectoryObserved> found = look(folder, id, call);
      if (found.isPresent() && found.get().ownership() == Ownership.FOREIGN) {
        throw ProviderException.refused(notOurs(folder));
      }
      if (found.isEmpty()) {
        DurableFile.createFolders(folder);
        new OwnerMark(call.owner(), id.toString()).write(folder);
        FolderTree.deleteChildren(folder, child -> child.endsWith(OwnerMark.FILE));
      }
      return new DirectoryObserved(folder, Ownership.OURS);
    } catch (IOException failure) {
      throw FileProblem.refused("make the folder", folder, failure);
    }
  }

  @Override
  public DirectoryObserved update(
      ResourceId id, DirectorySpec spec, DirectoryObserved observed, Call call) {
    return observed;
  }

  @Override
  public void delete(Subject<DirectorySpec> subject, DirectoryObserved observed, Call call) {
    Path folder = observed.path();
    try {
      Optional<DirectoryObserved> found = look(folder, subject.id(), call);
      if (found.isPresent() && found.get().ownership() == Ownership.FOREIGN) {
        throw ProviderException.refused(notOurs(folder));
      }
      // The mark goes last, so that a removal which was cut short can be taken up again.
      FolderTree.deleteChildren(folder, OwnerMark::isMark);
      FolderTree.delete(folder);
      FolderTree.deleteEmpty(folder.getParent(), stackFolder);
    } catch (IOException failure) {
      throw FileProblem.refused("remove the folder", folder, failure);
    }
  }

  @Override
  public Status status(DirectoryObserved observed) {
    return Status.CURRENT;
  }

  @Override
  public Attributes predict(DirectorySpec spec) {
    return Attributes.of("path", path(spec).toString());
  }

  /** Where those of the resources lie that are there, by their marks. */
  public List<Path> folders(Set<ResourceId> ids, Call call) {
    try {
      List<Path> found = new ArrayList<>();
      for (ResourceId id : ids) {
        search(id, call).map(DirectoryObserved::path).ifPresent(found::add);
      }
      return found;
    } catch (IOException | UncheckedIOException failure) {
      throw FileProblem.refused("look through the folder", stackFolder, cause(failure));
    }
  }

  private Path path(DirectorySpec spec) {
    Path path = stackFolder.resolve(spec.path()).normalize();
    if (!path.startsWith(stackFolder) || path.equals(stackFolder)) {
      throw ProviderException.refused(
          Diagnostic.user(
              "DIRECTORY-OUTSIDE",
              "A folder lies outside of the stack's folder",
              "The folder '%s' does not lie within the stack's folder %s."
                  .formatted(spec.path(), stackFolder),
              "Give a path relative to the stack's folder that does not lead out of it."));
    }
    return path;
  }

  /** An empty folder without a mark counts as not there: it may be taken. */
  private static Optional<DirectoryObserved> look(Path folder, ResourceId id, Call call)
      throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(new DirectoryObserved(folder, Ownership.FOREIGN));
    }
    Optional<OwnerMark> mark = OwnerMark.read(folder);
    if (mark.isEmpty() && FolderTree.children(folder).stream().allMatch(OwnerMark::isMark)) {
      return Optional.empty();
    }
    boolean ours = mark.equals(Optional.of(new OwnerMark(call.owner(), id.toString())));
    return Optional.of(new DirectoryObserved(folder, ours ? Ownership.OURS : Ownership.FOREIGN));
  }

  private Optional<DirectoryObserved> search(ResourceId id, Call call) throws IOException {
    OwnerMark ours = new OwnerMark(call.owner(), id.toString());
    for (Path folder : marked()) {
      if (OwnerMark.read(folder).equals(Optional.of(ours))) {
        return Optional.of(new DirectoryObserved(folder, Ownership.OURS));
      }
    }
    return Optional.empty();
  }

  private List<Path> marked() throws IOException {
    if (!Files.isDirectory(stackFolder)) {
      return List.of();
    }
    try (Stream<Path> files =
        Files.find(stackFolder, DEEPEST, (file, _) -> file.endsWith(OwnerMark.FILE))) {
      return files.map(Path::getParent).sorted().toList();
    }
  }

  private Object shown(Path path) {
    return path.startsWith(stackFolder) ? stackFolder.relativize(path).toString() : path.toString();
  }

  private static Diagnostic notOurs(Path folder) {
    return Diagnostic.environment(
        "DIRECTORY-NOT-OURS",
        "A folder exists that this stack did not make",
        "%s exists, holds something and does not carry this stack's mark (a file %s that names it)."
                .formatted(folder, OwnerMark.FILE)
            + " Slipway neither uses nor removes what it did not make.",
        "If you don't need what is in it, move it away or remove it, then run the same command"
            + " again. Otherwise give the stack another folder.");
  }

  private static IOException cause(Exception failure) {
    return failure instanceof UncheckedIOException unchecked
        ? unchecked.getCause()
        : (IOException) failure;
  }
}
