package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a stack file asks for.
 *
 * @param name of the stack
 * @param target where it is launched
 * @param systems at least one, in the order of the file
 * @param file the file's path as the user gave it
 */
public record Stack(String name, StackTarget<?> target, List<StackSystem<?>> systems, Path file) {
  public Stack {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(target, "target");
    systems = List.copyOf(systems);
    if (systems.isEmpty()) {
      throw new IllegalArgumentException("a stack without a system");
    }
    Objects.requireNonNull(file, "file");
  }

  /** The file's folder, where relative paths in it begin; relative if the file's path is. */
  public Path home() {
    Path folder = file.getParent();
    return folder == null ? Path.of("") : folder;
  }

  /** Where its systems are to be built. */
  public Site site() {
    return new Site(name, target.kind().name(), target.config(), home());
  }

  /**
   * Builds what the target itself needs, and every system, in the order of the file.
   *
   * @throws DiagnosticException with the problems of all that can't be built
   */
  public List<Launch> launches() {
    List<Launch> launches = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    Site site = site();
    try {
      target.foundation(site).ifPresent(launches::add);
    } catch (DiagnosticException e) {
      problems.addAll(e.diagnostics());
    }
    for (StackSystem<?> system : systems) {
      try {
        launches.add(system.launch(site));
      } catch (DiagnosticException e) {
        problems.addAll(e.diagnostics());
      }
    }
    if (!problems.isEmpty()) {
      throw new DiagnosticException(problems);
    }
    return List.copyOf(launches);
  }
}
