package dev.slipway.engine.stack;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Diagnostic.Location;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** Tells what the YAML parser stumbled on, with the line and a caret under the place. */
final class YamlFault {
  private final Reporter reporter;
  private final List<String> lines;
  private final String text;

  YamlFault(Reporter reporter, String text) {
    this.reporter = reporter;
    this.text = text;
    this.lines = List.of(text.split("\r\n|\r|\n", -1));
  }

  Diagnostic diagnostic(YamlEngineException fault) {
    return switch (fault) {
      case MarkedYamlEngineException marked -> marked(marked);
      case ReaderException reader -> character(reader.getCodePoint());
      case YamlVersionException _ ->
          at(
              reporter.start(),
              "The file asks for a version of YAML that is not 1.2.",
              "Remove the line that starts with '%YAML'.");
      default ->
          at(
              reporter.start(),
              "The YAML parser says: " + fault.getMessage() + ".",
              "Compare the file with one that 'slipway init' writes.");
    };
  }

  private Diagnostic marked(MarkedYamlEngineException fault) {
    String problem =
        Optional.ofNullable(fault.getProblem())
            .orElse("it can't be read")
            .replaceFirst("[.] [(]Do not use .* for indentation[)] ?$", "");
    boolean neverClosed = problem.contains("end of stream");
    Optional<Mark> mark =
        neverClosed
            ? fault.getContextMark().or(fault::getProblemMark)
            : fault.getProblemMark().or(fault::getContextMark);
    Location place = mark.map(reporter::place).orElseGet(reporter::start);
    if (indentedByTab(place.line()) && !problem.contains("quoted")) {
      return StackProblem.TAB
          .diagnostic(
              "YAML doesn't allow tabs as indentation." + excerpt(place),
              "Replace the tabs at the start of the line with spaces, two for each level.")
          .at(place);
    }
    String context = Optional.ofNullable(fault.getContext()).filter(c -> !c.isEmpty()).orElse("");
    String whence =
        fault
            .getContextMark()
            .filter(start -> start.getLine() + 1 != place.line())
            .map(start -> " that starts in line " + (start.getLine() + 1))
            .orElse("");
    return at(
        place,
        "The YAML parser says: "
            + Quoted.shown(problem)
            + (context.isEmpty() ? "" : " (" + context + whence + ")")
            + "."
            + excerpt(place),
        YamlAdvice.on(problem, context));
  }

  private Diagnostic character(int codePoint) {
    int index = Math.max(0, text.indexOf(codePoint));
    String before = text.substring(0, index);
    List<String> linesBefore = List.of(before.split("\r\n|\r|\n", -1));
    String lastLine = linesBefore.getLast();
    Location place =
        reporter.place(linesBefore.size(), lastLine.codePointCount(0, lastLine.length()) + 1);
    return at(
        place,
        "The character U+%04X is not allowed in YAML.".formatted(codePoint) + excerpt(place),
        "Remove the character. In double quotes it can be written as an escape.");
  }

  private boolean indentedByTab(int line) {
    return line <= lines.size() && lines.get(line - 1).matches(" *\t\\s*\\S.*");
  }

  private String excerpt(Location place) {
    return place.line() <= lines.size()
        ? Excerpt.of(lines.get(place.line() - 1), place.line(), place.column())
        : "";
  }

  private static Diagnostic at(Location place, String detail, String fix) {
    return StackProblem.NOT_YAML.diagnostic(detail, fix).at(place);
  }
}
