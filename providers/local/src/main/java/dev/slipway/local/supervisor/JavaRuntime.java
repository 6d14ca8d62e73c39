package dev.slipway.local.supervisor;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java runtime with a class path.
 *
 * @param executable absolute path
 * @param options for the runtime itself, without the class path
 * @param classPath absolute paths
 */
public record JavaRuntime(String executable, List<String> options, String classPath) {
  /** System property with options, separated by spaces, for every Java process of a stack. */
  public static final String OPTIONS = "slipway.java-options";

  public JavaRuntime {
    options = List.copyOf(options);
  }

  /**
   * The runtime and class path of the running command.
   *
   * @param options before those of the property {@value #OPTIONS}
   */
  public static JavaRuntime current(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    Arrays.stream(System.getProperty(OPTIONS, "").split(" ", -1))
        .filter(option -> !option.isEmpty())
        .forEach(all::add);
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
            .collect(Collectors.joining(File.pathSeparator));
    return new JavaRuntime(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), all, classPath);
  }

  /** The command up to the main class. */
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(executable);
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    return command;
  }
}
