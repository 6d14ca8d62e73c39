package dev.slipway.local.python;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ResourceHandler;
import dev.slipway.engine.provider.Subject;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.Observed.Ownership;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Status;
import dev.slipway.local.directory.DurableFile;
import dev.slipway.local.directory.FileProblem;
import dev.slipway.local.directory.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Python environments under {@code python/NAME} in the stack's folder. Each one that is made gets a
 * folder of its own there, because an environment can't be moved: a change is built beside the old
 * one, which then goes, and whatever refers to the environment sees a new path and restarts.
 */
public final class PythonHandler implements ResourceHandler<PythonSpec, PythonObserved> {
  private static final String LOG = "build.log";

  private final Path root;
  private final Map<String, String> variables;
  private final Clock clock;

  /**
   * @param stackFolder the stack's own folder; may not exist yet
   */
  public PythonHandler(Path stackFolder) {
    this(stackFolder, System.getenv());
  }

  /**
   * @param variables environment variables in which the interpreter, pip's settings and the cache
   *     folder are looked up
   */
  PythonHandler(Path stackFolder, Map<String, String> variables) {
    this.root = stackFolder.toAbsolutePath().normalize().resolve("python");
    this.variables = Map.copyOf(variables);
    this.clock = Clock.systemUTC();
  }

  @Override
  public String type() {
    return PythonSpec.TYPE;
  }

  @Override
  public Class<PythonSpec> specType() {
    return PythonSpec.class;
  }

  @Override
  public Optional<PythonObserved> read(Subject<PythonSpec> subject, Call call) {
    Optional<String> wanted = subject.spec().map(spec -> Lock.hash(spec.requirements()));
    Optional<Path> last = subject.last().flatMap(a -> a.text("folder")).map(Path::of);
    try {
      return completed(subject.id()).stream()
          .max(
              Comparator.<Completed>comparingInt(c -> c.isOurs(call.owner(), subject.id()) ? 1 : 0)
                  .thenComparingInt(
                      c -> wanted.equals(Optional.of(c.mark().requirements())) ? 1 : 0)
                  .thenComparingInt(c -> last.equals(Optional.of(c.folder())) ? 1 : 0)
                  .thenComparingLong(c -> c.mark().completed()))
          .map(found -> observe(found, subject.id(), call));
    } catch (IOException failure) {
      throw FileProblem.refused("look at the Python environment", folder(subject.id()), failure);
    }
  }

  @Override
  public Diff diff(PythonSpec desired, PythonObserved observed) {
    PythonVersion minimum = PythonVersion.parse(desired.minimum());
    boolean tooOld = PythonVersion.parse(observed.version()).compareTo(minimum) < 0;
    return Diff.builder()
        .field(
            "requirements",
            shortened(observed.requirements()),
            shortened(Lock.hash(desired.requirements())))
        .field("minimum", tooOld ? observed.version() : desired.minimum(), desired.minimum())
        .field("interpreter", observed.fault().orElse("runs"), "runs")
        .build();
  }

  @Override
  public PythonObserved create(ResourceId id, PythonSpec spec, Call call) {
    try {
      for (Completed other : completed(id)) {
        if (!other.isOurs(call.owner(), id)) {
          throw EnvironmentBuild.foreign(other.folder());
        }
      }
      return build(id, spec, call);
    } catch (IOException failure) {
      BuildProcess.throwIfCancelledSoon(call);
      throw FileProblem.refused("make the Python environment", folder(id), failure);
    } catch (ProviderException failure) {
      BuildProcess.throwIfCancelledSoon(call);
      throw failure;
    }
  }

  @Override
  public PythonObserved update(ResourceId id, PythonSpec spec, PythonObserved observed, Call call) {
    return create(id, spec, call);
  }

  @Override
  public void delete(Subject<PythonSpec> subject, PythonObserved observed, Call call) {
    ResourceId id = subject.id();
    try {
      AbandonedBuilds.end(call.owner(), id);
      // The marks go last, so that a removal which was cut short can be taken up again.
      List<Path> marked = completed(id).stream().map(Completed::folder).toList();
      FolderTree.deleteChildren(folder(id), marked::contains);
      for (Path environment : marked) {
        FolderTree.deleteChildren(environment, CompletionMark::isMark);
      }
      FolderTree.delete(folder(id));
      FolderTree.deleteEmpty(root, root.getParent());
    } catch (IOException failure) {
      throw FileProblem.refused("remove the Python environment", folder(id), failure);
    }
  }

  @Override
  public Status status(PythonObserved observed) {
    return observed.fault().map(Status::failed).orElse(Status.CURRENT);
  }

  @Override
  public Attributes stable(PythonSpec desired, PythonObserved observed, Diff diff) {
    return diff.isEmpty() ? observed.attributes() : Attributes.NONE;
  }

  /**
   * Clears away what attempts that were cut short have left, for a removal: nothing was completed,
   * so {@link #read} finds nothing to delete. Completed environments stay.
   */
  public void sweep(Call call) {
    try {
      for (Path folder : FolderTree.children(root)) {
        ResourceId id = new ResourceId(PythonSpec.TYPE, folder.getFileName().toString());
        if (completed(id).isEmpty()) {
          AbandonedBuilds.end(call.owner(), id);
          FolderTree.delete(folder);
        }
      }
      FolderTree.deleteEmpty(root, root.getParent());
    } catch (IOException failure) {
      throw FileProblem.refused("remove the Python environment", root, failure);
    }
  }

  /** What there is in the stack's folder of environments, finished or not. */
  public List<Path> leftovers() {
    try {
      return FolderTree.children(root);
    } catch (IOException failure) {
      throw FileProblem.refused("look through the folder", root, failure);
    }
  }

  private PythonObserved build(ResourceId id, PythonSpec spec, Call call) throws IOException {
    PythonVersion minimum = PythonVersion.parse(spec.minimum());
    Interpreter python = new InterpreterSearch(variables).find(minimum);
    AbandonedBuilds.end(call.owner(), id);
    String requirements = Lock.hash(spec.requirements());
    Path target =
        folder(id)
            .resolve(
                Lock.hash(requirements, python.version().toString(), call.token())
                    .substring(0, 12));
    CompletionMark mark =
        new CompletionMark(
            call.owner(), id.toString(), requirements, python.version(), clock.millis());
    Optional<Completed> before =
        completed(id).stream().filter(c -> c.folder().equals(target)).findFirst();
    if (before.isEmpty() || before.get().fault(variables).isPresent()) {
      List<Path> usable = completed(id).stream().map(Completed::folder).toList();
      FolderTree.deleteChildren(
          folder(id), child -> usable.contains(child) && !child.equals(target));
      DurableFile.createFolders(folder(id));
      Path log = folder(id).resolve(LOG);
      Files.writeString(log, "", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
      EnvironmentBuild attempt =
          new EnvironmentBuild(id, call, variables, WheelCache.of(variables), log);
      try {
        attempt.run(python, spec.requirements(), target);
        mark.write(target);
      } catch (IOException | RuntimeException failure) {
        FolderTree.delete(target);
        throw failure;
      }
    }
    FolderTree.deleteChildren(folder(id), child -> child.equals(target) || child.endsWith(LOG));
    return new PythonObserved(
        target, python.version().toString(), requirements, Optional.empty(), Ownership.OURS);
  }

  private PythonObserved observe(Completed found, ResourceId id, Call call) {
    return new PythonObserved(
        found.folder(),
        found.mark().version().toString(),
        found.mark().requirements(),
        found.fault(variables),
        found.isOurs(call.owner(), id) ? Ownership.OURS : Ownership.FOREIGN);
  }

  private List<Completed> completed(ResourceId id) throws IOException {
    return Completed.in(folder(id));
  }

  private Path folder(ResourceId id) {
    return root.resolve(id.name());
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }
}
