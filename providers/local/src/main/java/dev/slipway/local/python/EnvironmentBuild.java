package dev.slipway.local.python;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.local.directory.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Makes one environment: an empty one first, then the packages, downloaded with the user's settings
 * for pip unless the cache holds them, and installed from there without any settings.
 *
 * @param variables of the running command
 * @param log where the output of every program goes
 */
record EnvironmentBuild(
    ResourceId id, Call call, Map<String, String> variables, WheelCache cache, Path log) {

  private static final List<String> PINNED_ONLY =
      List.of("--require-hashes", "--no-deps", "--only-binary", ":all:", "--progress-bar", "off");

  /**
   * @param folder that does not exist
   */
  void run(Interpreter python, String requirements, Path folder) throws IOException {
    call.progress("making an environment with Python " + python.version());
    makeEmpty(python, folder);
    Path lock = folder.resolve("requirements.txt");
    Files.writeString(lock, requirements);
    PipProgress progress = new PipProgress(call, Lock.pins(requirements));
    String set =
        Lock.hash(requirements, python.platform(), python.version().toString()).substring(0, 32);
    if (cache.holds(set)) {
      progress.installing(0);
      BuildProcess.Outcome outcome = install(python, folder, lock, cache.folder());
      if (outcome.succeeded()) {
        return;
      }
      if (!PipFailure.isHashMismatch(outcome.output())) {
        throw PipFailure.of(outcome.output(), python, log);
      }
      call.progress("the cache of packages is damaged; downloading them again");
      cache.drop(set);
    }
    Path downloads = folder.resolve("downloads");
    download(python, folder, lock, downloads, progress);
    progress.installing(PipProgress.downloaded());
    BuildProcess.Outcome outcome = install(python, folder, lock, downloads);
    if (!outcome.succeeded()) {
      throw PipFailure.of(outcome.output(), python, log);
    }
    keep(set, downloads);
    FolderTree.delete(downloads);
  }

  private void makeEmpty(Interpreter python, Path folder) throws IOException {
    List<String> command = new ArrayList<>(List.of(python.executable().toString(), "-m", "venv"));
    if (python.pipServesOthers()) {
      command.add("--without-pip");
    }
    command.add(folder.toString());
    BuildProcess.Outcome outcome = BuildProcess.run(command, marked(variables), log, call, _ -> {});
    if (!outcome.succeeded()) {
      throw PipFailure.of(outcome.output(), python, log);
    }
  }

  private void download(
      Interpreter python, Path folder, Path lock, Path downloads, PipProgress progress)
      throws IOException {
    Map<String, String> settings = new TreeMap<>(variables);
    // Slipway tries again by itself, with pauses that grow.
    settings.putIfAbsent("PIP_RETRIES", "1");
    List<String> arguments = new ArrayList<>(List.of("download"));
    arguments.addAll(PINNED_ONLY);
    arguments.addAll(List.of("--dest", downloads.toString(), "--requirement", lock.toString()));
    BuildProcess.Outcome outcome = pip(python, folder, arguments, settings, progress);
    if (PipFailure.isSilent(outcome)) {
      arguments.add("-vv");
      outcome = pip(python, folder, arguments, settings, _ -> {});
    }
    if (!outcome.succeeded()) {
      throw PipFailure.of(outcome.output(), python, log);
    }
  }

  /** Without compiling: the interpreter compiles what it loads, a fraction of what there is. */
  private BuildProcess.Outcome install(Interpreter python, Path folder, Path lock, Path wheels)
      throws IOException {
    Map<String, String> settings = new TreeMap<>(variables);
    settings.keySet().removeIf(name -> name.startsWith("PIP_"));
    settings.put("PIP_CONFIG_FILE", "/dev/null");
    List<String> arguments = new ArrayList<>(List.of("install"));
    arguments.addAll(PINNED_ONLY);
    arguments.addAll(List.of("--no-compile", "--no-index", "--find-links", wheels.toString()));
    arguments.addAll(List.of("--requirement", lock.toString()));
    return pip(python, folder, arguments, settings, _ -> {});
  }

  private BuildProcess.Outcome pip(
      Interpreter python,
      Path folder,
      List<String> arguments,
      Map<String, String> settings,
      Consumer<String> each)
      throws IOException {
    String own = folder.resolve("bin").resolve("python").toString();
    List<String> command =
        new ArrayList<>(
            python.pipServesOthers()
                ? List.of(python.executable().toString(), "-m", "pip", "--python", own)
                : List.of(own, "-m", "pip"));
    command.addAll(List.of("--disable-pip-version-check", "--no-input"));
    command.addAll(arguments);
    return BuildProcess.run(command, marked(settings), log, call, each);
  }

  private Map<String, String> marked(Map<String, String> environment) {
    Map<String, String> marked = new TreeMap<>(environment);
    marked.keySet().removeIf(name -> name.equals("PYTHONHOME") || name.equals("PYTHONPATH"));
    marked.put("PYTHONUNBUFFERED", "1");
    marked.putAll(AbandonedBuilds.mark(call.owner(), id));
    return marked;
  }

  /** A cache that can't be written costs time next time, nothing else. */
  private void keep(String set, Path downloads) {
    try {
      cache.add(set, downloads);
    } catch (IOException failure) {
      call.progress(
          "the packages can't be kept in " + cache.folder() + ": " + failure.getMessage());
    }
  }

  static ProviderException foreign(Path folder) {
    return ProviderException.refused(
        Diagnostic.environment(
            "PYTHON-NOT-OURS",
            "An environment exists that this stack did not make",
            "%s holds a Python environment with another stack's mark.".formatted(folder),
            "Move it away or remove it, then run the same command again."));
  }
}
