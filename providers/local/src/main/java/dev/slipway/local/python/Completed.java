package dev.slipway.local.python;

import dev.slipway.engine.resource.ResourceId;
import dev.slipway.local.directory.FolderTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An environment that was completed. */
record Completed(Path folder, CompletionMark mark) {

  /** All that lie directly in a folder. */
  static List<Completed> in(Path parent) throws IOException {
    List<Completed> found = new ArrayList<>();
    for (Path child : FolderTree.children(parent)) {
      CompletionMark.read(child).ifPresent(mark -> found.add(new Completed(child, mark)));
    }
    return found;
  }

  boolean isOurs(String owner, ResourceId id) {
    return mark.owner().equals(owner) && mark.id().equals(id.toString());
  }

  /**
   * Why its interpreter doesn't run any more, if it doesn't: it is a link to one that may have been
   * removed or replaced.
   */
  Optional<String> fault(Map<String, String> variables) {
    Path program = folder.resolve("bin").resolve("python");
    Optional<PythonVersion> version = InterpreterProbe.version(program, variables);
    if (version.isEmpty()) {
      return Optional.of("does not run: " + program);
    }
    return version.get().sameMinor(mark.version())
        ? Optional.empty()
        : Optional.of("is now Python " + version.get());
  }
}
