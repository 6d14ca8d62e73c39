package dev.slipway.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.stack.Site;
import dev.slipway.engine.stack.Stack;
import dev.slipway.engine.stack.StackReader;
import dev.slipway.kubernetes.KubernetesTarget;
import dev.slipway.kubernetes.chart.ChartSpec;
import dev.slipway.kubernetes.chart.ManifestsSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadsBlueprintTest {
  private static final Path FILE = Path.of("stacks", "demo.yaml");

  @Test
  void relativeFoldersBeginAtTheStackFilesFolder() {
    assertThat(charts("{web: {chart: ./charts/web}}")).containsExactly("stacks/charts/web");
    assertThat(charts("{web: {chart: /charts/web}}")).containsExactly("/charts/web");
    assertThat(specs("manifests: [objects.yaml, /all/objects]"))
        .extracting(spec -> ((ManifestsSpec) spec).path())
        .containsExactly("stacks/objects.yaml", "/all/objects");
  }

  @Test
  void chartsElsewhereKeepTheirNames() {
    assertThat(charts("{web: {chart: oci://charts.example.org/web, version: 1.0.0}}"))
        .containsExactly("oci://charts.example.org/web");
    assertThat(charts("{web: {chart: web, repository: https://charts.example.org}}"))
        .containsExactly("web");
  }

  private static List<String> charts(String charts) {
    return specs("charts: " + charts).stream().map(spec -> ((ChartSpec) spec).chart()).toList();
  }

  /**
   * @throws DiagnosticException if the section isn't valid
   */
  private static List<?> specs(String section) {
    Stack stack =
        new StackReader(List.of(new WorkloadsBlueprint()), List.of(new KubernetesTarget()))
            .read(
                FILE.toString(), "name: demo\ntarget: kubernetes\nworkloads:\n  " + section + "\n");
    Site site = stack.site();
    assertThat(site.home()).isEqualTo(Path.of("stacks"));
    return stack.launches().getFirst().resources().stream()
        .map(resource -> resource.spec())
        .toList();
  }
}
