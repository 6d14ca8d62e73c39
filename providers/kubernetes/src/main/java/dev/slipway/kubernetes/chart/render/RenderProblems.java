package dev.slipway.kubernetes.chart.render;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.Diagnostic.Location;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.kubernetes.chart.source.ChartFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of what Helm says on a chart that it can't render what its user needs to know. */
final class RenderProblems {
  private static final Pattern EXECUTION =
      Pattern.compile("execution error at \\(([^:()]+):(\\d+):(\\d+)\\): (.*)", Pattern.DOTALL);
  private static final Pattern TEMPLATE =
      Pattern.compile("Error: ([^\\s:]+):(\\d+):(\\d+)\\n(.*)", Pattern.DOTALL);
  private static final Pattern PARSING =
      Pattern.compile("parse error at \\(([^:()]+):(\\d+)(?::(\\d+))?\\): (.*)", Pattern.DOTALL);
  private static final Pattern YAML =
      Pattern.compile("YAML parse error on (\\S+): (?:.*?: )?yaml: (?:line (\\d+): )?([^\\n]*)");
  private static final Pattern SCHEMA = Pattern.compile("(?m)^- at '([^']*)': (.*)$");
  private static final Pattern TYPE = Pattern.compile("type mismatch on (\\S+):");
  private static final Pattern VERSION =
      Pattern.compile("chart requires kubeVersion: (.*?) which is incompatible with .*");

  private RenderProblems() {}

  /** Whether Helm only missed a kind, since its definition isn't on the server yet. */
  static boolean kindMissing(String errors) {
    return errors.contains("no matches for kind")
        || errors.contains("unable to build kubernetes objects");
  }

  /**
   * @param rendered what the chart renders to although it is no YAML; may be empty
   */
  static DiagnosticException of(ChartRenderer.Request request, String errors, String rendered) {
    ChartFiles chart = request.chart();
    String text = errors.replace("\n\nUse --debug flag to render out invalid YAML", "").strip();
    if (text.contains("values don't meet the specifications of the schema")) {
      return new DiagnosticException(schema(request, text));
    }
    Matcher yaml = YAML.matcher(text);
    if (yaml.find()) {
      return brokenYaml(request, yaml, rendered).asException();
    }
    for (Pattern pattern : List.of(EXECUTION, TEMPLATE, PARSING)) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return template(request, matcher).asException();
      }
    }
    Matcher type = TYPE.matcher(text);
    if (type.find()) {
      return values(request, type.group(1), "must be a map since it goes to a subchart")
          .asException();
    }
    Matcher version = VERSION.matcher(text);
    if (version.find()) {
      return Diagnostic.user(
              "CHART-KUBERNETES-VERSION",
              "A chart is not made for this version of Kubernetes",
              "The chart %s %s of the release %s wants Kubernetes %s, but the target has %s."
                  .formatted(
                      chart.name(),
                      chart.version(),
                      request.release(),
                      version.group(1),
                      request.kinds().version()),
              "Choose a version of the chart that is made for it.")
          .asException();
    }
    return failed(request, text.replaceFirst("^Error: ", "")).asException();
  }

  static Diagnostic files(ChartFiles chart, Exception cause) {
    return Diagnostic.environment(
        "CHART-FILES",
        "A chart's files can't be used",
        "The files of the chart " + chart.origin() + ": " + cause.getMessage() + ".",
        "Make sure that they can be read, and that there is room for temporary files.");
  }

  private static List<Diagnostic> schema(ChartRenderer.Request request, String text) {
    List<Diagnostic> found = new ArrayList<>();
    Matcher matcher = SCHEMA.matcher(text);
    while (matcher.find()) {
      String path = matcher.group(1).replaceFirst("^/", "").replace('/', '.');
      found.add(values(request, path, "doesn't fit: " + matcher.group(2)));
    }
    return found.isEmpty() ? List.of(failed(request, text)) : found;
  }

  private static Diagnostic values(ChartRenderer.Request request, String path, String what) {
    return Diagnostic.user(
        "CHART-VALUES-WRONG",
        "A chart doesn't take a value",
        "In the values of the release %s, %s %s. So says the schema of the chart %s %s."
            .formatted(
                request.release(),
                path.isEmpty() ? "something" : "'" + path + "'",
                what,
                request.chart().name(),
                request.chart().version()),
        "Change the value. The chart's values.yaml shows what it takes.");
  }

  private static Diagnostic template(ChartRenderer.Request request, Matcher matcher) {
    String column = matcher.group(3);
    String message = matcher.group(4).strip().replaceAll("\\n\\s*", "\n  ");
    return failed(request, message)
        .at(
            new Location(
                file(request.chart(), matcher.group(1)),
                Math.max(1, Integer.parseInt(matcher.group(2))),
                column == null ? 1 : Integer.parseInt(column) + 1));
  }

  /** The template's own path if the chart lies in a folder. */
  private static String file(ChartFiles chart, String template) {
    Path file = Path.of(chart.origin()).resolve(template.substring(template.indexOf('/') + 1));
    return Files.isRegularFile(file) ? file.toString() : template;
  }

  private static Diagnostic brokenYaml(
      ChartRenderer.Request request, Matcher matcher, String rendered) {
    String source = matcher.group(1);
    String quoted = matcher.group(2) == null ? "" : quote(source, matcher.group(2), rendered);
    return Diagnostic.user(
        "CHART-NOT-YAML",
        "A chart renders to something that is no YAML",
        "The template %s of the release %s renders to something that is no YAML%s: %s.%s"
            .formatted(
                source,
                request.release(),
                matcher.group(2) == null ? "" : " in line " + matcher.group(2),
                matcher.group(3),
                quoted),
        "Mend the template, or the values that it puts there.");
  }

  /** The rendered lines around the one that Helm names. */
  private static String quote(String source, String line, String rendered) {
    int start = rendered.indexOf("# Source: " + source + "\n");
    if (start < 0) {
      return "";
    }
    int end = rendered.indexOf("\n---\n", start);
    String[] lines = rendered.substring(start, end < 0 ? rendered.length() : end).split("\n", -1);
    int at = Integer.parseInt(line);
    StringBuilder quoted = new StringBuilder();
    for (int i = Math.max(1, at - 2); i <= Math.min(lines.length - 1, at + 1); i++) {
      quoted.append("\n  ").append(i).append(" | ").append(lines[i]);
    }
    return quoted.toString();
  }

  private static Diagnostic failed(ChartRenderer.Request request, String message) {
    return Diagnostic.user(
        "CHART-NOT-RENDERED",
        "A chart can't be rendered",
        "The chart %s %s of the release %s can't be rendered with these values:\n  %s"
            .formatted(
                request.chart().name(), request.chart().version(), request.release(), message),
        "Change the values of the release, or mend the chart.");
  }
}
