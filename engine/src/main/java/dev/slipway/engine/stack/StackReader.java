package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.DiagnosticException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads stack files: strictly, and with every problem of a file reported at once. */
public final class StackReader {
  private final List<Blueprint<?>> blueprints;
  private final List<TargetKind<?>> targets;

  /**
   * @param blueprints the systems that a file may ask for
   * @param targets the places that it may name
   * @throws IllegalArgumentException if there is none of either, or two of the same name
   */
  public StackReader(List<Blueprint<?>> blueprints, List<TargetKind<?>> targets) {
    StackModel.check(blueprints, targets);
    this.blueprints = List.copyOf(blueprints);
    this.targets = List.copyOf(targets);
  }

  /**
   * Reads a file of at most 1 MiB.
   *
   * @throws DiagnosticException with all that is wrong with it, in the file's order
   */
  public Stack read(Path file) {
    return read(file, StackFile.text(file, starter()));
  }

  /**
   * Reads text of at most 1 MiB.
   *
   * @param fileName what messages call the file
   * @throws DiagnosticException with all that is wrong with it, in the file's order
   */
  public Stack read(String fileName, String text) {
    Path file = Path.of(fileName);
    return read(file, StackFile.text(file, text.getBytes(StandardCharsets.UTF_8)));
  }

  private Stack read(Path file, String text) {
    Reporter reporter = new Reporter(file.toString());
    Optional<Node> root = YamlDocument.parse(reporter, text);
    if (root.isEmpty() || YamlValue.of(root.get()) instanceof YamlValue.Nothing) {
      throw StackProblem.EMPTY
          .diagnostic(
              "The file holds nothing, but a stack needs a name, a target and a system.",
              "Write a commented one to start from:\n  " + starter())
          .at(reporter.start())
          .asException();
    }
    Shape.Group model = StackModel.of(blueprints, targets, named(root.get())::contains);
    Spot top = Spot.top(reporter.place(root.get()));
    Optional<Object> bound = new Binder(reporter).bind(model, root.get(), top);
    if (root.get() instanceof MappingNode map && systemKeys(map).isEmpty()) {
      reportNoSystem(reporter, top);
    }
    reporter.throwIfAny();
    List<?> values = (List<?>) bound.orElseThrow();
    return new Stack(
        (String) values.get(0),
        (StackTarget<?>) values.get(1),
        systems(model, values, systemKeys((MappingNode) root.get()), reporter),
        file);
  }

  /** The keys of the file, and of its target: all that may name a system or a target. */
  private static Set<String> named(Node root) {
    Set<String> names = new HashSet<>();
    if (root instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        names.addAll(words(tuple.getKeyNode()));
        names.addAll(words(tuple.getValueNode()));
      }
    }
    return names;
  }

  /** A scalar's text, or the keys of a map. */
  private static List<String> words(Node node) {
    return switch (node) {
      case ScalarNode scalar -> List.of(scalar.getValue());
      case MappingNode map ->
          map.getValue().stream()
              .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode)
              .map(tuple -> ((ScalarNode) tuple.getKeyNode()).getValue())
              .toList();
      default -> List.of();
    };
  }

  private void reportNoSystem(Reporter reporter, Spot top) {
    List<String> systems = systems();
    reporter.report(
        StackProblem.NO_SYSTEM,
        top.at(),
        "The stack file names no system, so there is nothing to launch.",
        "Add a key for a system, for example:\n  "
            + systems.getFirst()
            + ":\nThe systems are: "
            + Expected.listed(systems)
            + ".");
  }

  private List<String> systems() {
    return blueprints.stream().<String>map(Blueprint::system).toList();
  }

  private String starter() {
    return "slipway init " + systems().getFirst();
  }

  /** The keys that are systems, or were meant as such, in the file's order. */
  private static List<ScalarNode> systemKeys(MappingNode map) {
    List<ScalarNode> keys = new ArrayList<>();
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key
          && !StackModel.OWN_KEYS.contains(key.getValue())) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static List<StackSystem<?>> systems(
      Shape.Group model, List<?> values, List<ScalarNode> keys, Reporter reporter) {
    List<StackSystem<?>> systems = new ArrayList<>();
    for (ScalarNode key : keys) {
      Optional<?> value = (Optional<?>) values.get(model.names().indexOf(key.getValue()));
      systems.add(((StackSystem<?>) value.orElseThrow()).at(reporter.place(key)));
    }
    return systems;
  }
}
