package dev.slipway.kubernetes.chart.render;

import dev.slipway.kubernetes.chart.helm.Helm;
import dev.slipway.kubernetes.chart.helm.Workspace;
import dev.slipway.kubernetes.chart.source.ChartFiles;
import dev.slipway.kubernetes.chart.source.ChartFolder;
import dev.slipway.kubernetes.cluster.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renders charts with Helm, always as for a first installation, so that the same chart and values
 * give the same objects before and after the release exists.
 */
public final class ChartRenderer {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Takes the notes as any other template may take them; only {@code helm install} shows them. */
  private static final String NOTES_TEMPLATE =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: slipway-notes
      data:
        notes: {{ include (print .Template.BasePath "/NOTES.txt") . | toJson }}
      """;

  private final Helm helm;

  public ChartRenderer(Helm helm) {
    this.helm = helm;
  }

  /**
   * A chart with what decides on its objects.
   *
   * @param values over the chart's own
   * @param kinds what the chart may find in {@code .Capabilities}; {@link Kinds#NONE} for one that
   *     doesn't look
   * @param crds whether the {@code crds} folders are wanted
   */
  public record Request(
      ChartFiles chart,
      String release,
      String namespace,
      Map<String, Object> values,
      Kinds kinds,
      boolean crds) {}

  /**
   * Renders a chart.
   *
   * @param kubeconfig of the cluster that templates may look objects up in, if it answers
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if the chart can't be rendered
   */
  public Rendering render(Request request, Optional<String> kubeconfig, BooleanSupplier cancelled) {
    try (Workspace workspace = Workspace.open()) {
      Path folder = unpack(request.chart(), workspace);
      workspace.write("values.json", JSON.writeValueAsString(request.values()));
      if (request.chart().files().containsKey("Chart.lock") && lacksSubcharts(request.chart())) {
        run(request, List.of("dependency", "build", folder.toString()), workspace, cancelled);
      }
      if (kubeconfig.isPresent() && request.chart().looksUp()) {
        List<String> arguments = arguments(request, folder);
        arguments.addAll(
            List.of("--dry-run=server", "--take-ownership", "--disable-openapi-validation"));
        Helm.Answer answer = helm.run(arguments, kubeconfig, workspace, cancelled);
        if (answer.succeeded()) {
          return RenderedText.read(request.release(), answer.out());
        }
        if (!RenderProblems.kindMissing(answer.errors())) {
          throw problems(request, answer, folder, workspace, cancelled);
        }
      }
      return RenderedText.read(
          request.release(), run(request, offline(request, folder), workspace, cancelled));
    } catch (IOException e) {
      throw RenderProblems.files(request.chart(), e).asException(e);
    }
  }

  private String run(
      Request request, List<String> arguments, Workspace workspace, BooleanSupplier cancelled) {
    Helm.Answer answer = helm.run(arguments, Optional.empty(), workspace, cancelled);
    if (!answer.succeeded()) {
      throw problems(request, answer, workspace.folder().resolve("chart"), workspace, cancelled);
    }
    return answer.out();
  }

  private RuntimeException problems(
      Request request,
      Helm.Answer answer,
      Path folder,
      Workspace workspace,
      BooleanSupplier cancelled) {
    String rendered = "";
    if (answer.errors().contains("YAML parse error")) {
      List<String> arguments = offline(request, folder);
      arguments.add("--debug");
      rendered = helm.run(arguments, Optional.empty(), workspace, cancelled).out();
    }
    return RenderProblems.of(request, answer.errors(), rendered);
  }

  private static List<String> arguments(Request request, Path folder) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "template",
                request.release(),
                folder.toString(),
                "--namespace",
                request.namespace(),
                "--values",
                "values.json"));
    arguments.add(request.crds() ? "--include-crds" : "--skip-crds");
    return arguments;
  }

  private static List<String> offline(Request request, Path folder) {
    List<String> arguments = arguments(request, folder);
    if (!request.kinds().equals(Kinds.NONE)) {
      arguments.addAll(List.of("--kube-version", request.kinds().version()));
      SortedSet<String> versions = new TreeSet<>(request.kinds().kinds().keySet());
      request.kinds().kinds().values().forEach(kind -> versions.add(kind.apiVersion()));
      arguments.add("--api-versions=" + String.join(",", versions));
    }
    return arguments;
  }

  private static Path unpack(ChartFiles chart, Workspace workspace) throws IOException {
    Path folder = workspace.folder().resolve("chart");
    ChartFolder.write(chart, folder);
    if (chart.files().containsKey("templates/NOTES.txt")) {
      Files.writeString(
          folder.resolve("templates").resolve(RenderedText.NOTES + ".yaml"), NOTES_TEMPLATE);
    }
    return folder;
  }

  private static boolean lacksSubcharts(ChartFiles chart) {
    return chart.files().keySet().stream().noneMatch(path -> path.startsWith("charts/"));
  }
}
