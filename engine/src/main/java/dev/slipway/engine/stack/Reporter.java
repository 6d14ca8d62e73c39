package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Diagnostic.Location;
import dev.slipway.engine.diagnostic.DiagnosticException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one file. */
final class Reporter {
  private static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(
          diagnostic -> diagnostic.location().orElseThrow(),
          Comparator.comparingInt(Location::line).thenComparingInt(Location::column));

  private final String file;
  private final List<Diagnostic> found = new ArrayList<>();

  /**
   * @param file the file's path as the user gave it
   */
  Reporter(String file) {
    this.file = file;
  }

  Location place(Node node) {
    return node.getStartMark().map(this::place).orElseGet(this::start);
  }

  Location place(Mark mark) {
    return place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  Location place(int line, int column) {
    return new Location(file, line, column);
  }

  Location start() {
    return place(1, 1);
  }

  void report(StackProblem problem, Location at, String detail, String fix) {
    report(problem.diagnostic(detail, fix).at(at));
  }

  /** Adds a problem that has a location. */
  void report(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** What was found, in the file's order. */
  List<Diagnostic> all() {
    return found.stream().sorted(BY_PLACE).toList();
  }

  /**
   * @throws DiagnosticException with everything found, if there is something
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new DiagnosticException(all());
    }
  }
}
