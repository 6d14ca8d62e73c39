package dev.slipway.lab.kubernetes;

import dev.slipway.lab.process.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command {@code lab/cluster}: starts a cluster that stays until it is stopped, and stops it.
 *
 * <p>Exit codes: 0 done, 1 it isn't so (no cluster runs, or one runs already), 2 wrong use.
 */
public final class ClusterMain {
  private static final String USAGE =
      "usage: lab/cluster start|stop|status|binaries [--nodes N] [--folder F]";

  private final Keeper keeper;
  private final int nodes;

  private ClusterMain(Path folder, int nodes) {
    this.keeper = new Keeper(folder);
    this.nodes = nodes;
  }

  /** Runs one command. */
  public static void main(String... arguments) throws IOException {
    List<String> left = new ArrayList<>(List.of(arguments));
    String folder = option(left, "--folder", ".slipway/lab");
    String nodes = option(left, "--nodes", "3");
    if (left.size() != 1 || !nodes.matches("[0-9]{1,4}")) {
      System.err.println(USAGE);
      System.exit(2);
    }
    ClusterMain main = new ClusterMain(Path.of(folder).toAbsolutePath(), Integer.parseInt(nodes));
    try {
      System.exit(main.run(left.getFirst()));
    } catch (LabException e) {
      System.err.println("lab: " + e.getMessage());
      System.exit(1);
    }
  }

  private int run(String command) throws IOException {
    return switch (command) {
      case "start" -> start();
      case "stop" -> stop();
      case "status" -> status();
      case "binaries" -> binaries();
      case "keep" -> keeper.keep(nodes);
      default -> {
        System.err.println(USAGE);
        yield 2;
      }
    };
  }

  private int start() throws IOException {
    if (keeper.process().isPresent()) {
      System.err.println("lab: a cluster runs already; its kubeconfig is " + keeper.kubeconfig());
      return 1;
    }
    Binaries.ready();
    keeper.start(nodes);
    System.out.println(keeper.kubeconfig());
    return 0;
  }

  private int stop() throws IOException {
    if (keeper.process().isEmpty()) {
      System.err.println("lab: no cluster runs in " + keeper.folder());
      return 1;
    }
    keeper.stop();
    return 0;
  }

  private int status() throws IOException {
    if (keeper.process().isEmpty()) {
      System.out.println("no cluster runs in " + keeper.folder());
      return 1;
    }
    System.out.println("runs with process " + keeper.process().orElseThrow().pid());
    System.out.println(keeper.kubeconfig());
    return 0;
  }

  private static int binaries() {
    Binaries all = Binaries.ready();
    List.of(all.controlPlane(), all.kubectl(), all.kwok(), all.helm3(), all.helm4())
        .forEach(System.out::println);
    return 0;
  }

  /** An option's value; the last one counts. */
  private static String option(List<String> arguments, String name, String otherwise) {
    String value = otherwise;
    int index = arguments.indexOf(name);
    while (index >= 0 && index + 1 < arguments.size()) {
      arguments.remove(index);
      value = arguments.remove(index);
      index = arguments.indexOf(name);
    }
    return value;
  }
}
