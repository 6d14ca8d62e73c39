package dev.slipway.kubernetes.chart.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.kubernetes.chart.ChartSpec;
import dev.slipway.kubernetes.chart.helm.Helm;
import dev.slipway.kubernetes.chart.helm.Workspace;
import dev.slipway.kubernetes.chart.lock.LockFile;
import dev.slipway.kubernetes.chart.rig.ChartServer;
import dev.slipway.kubernetes.chart.rig.TestHelm;
import dev.slipway.kubernetes.chart.rig.TrialChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("dev.slipway.kubernetes.chart.rig.TestHelm#there")
class FetchedChartsTest {
  @TempDir private Path folder;
  private Path served;
  private Path lockFile;
  private ChartServer server;

  @BeforeEach
  void serve() throws IOException {
    served = Files.createDirectory(folder.resolve("served"));
    lockFile = folder.resolve(LockFile.NAME);
    publish("1.2.3");
    publish("1.3.0");
    server = new ChartServer(served);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aRangeIsLockedAndTheChartIsFetchedOnce() {
    assertThat(find("~1.2.0").version()).isEqualTo("1.2.3");
    int asked = server.asked().size();

    assertThat(find("~1.2.0").version()).isEqualTo("1.2.3");
    assertThat(server.asked()).hasSize(asked);
    assertThat(lockFile).content().contains("wanted: \"~1.2.0\"", "version: \"1.2.3\"");

    assertThat(find("^1.2.0").version()).isEqualTo("1.3.0");
  }

  @Test
  void aLockedChartThatChangedIsRefused() throws IOException {
    find("1.2.3");
    Files.writeString(folder.resolve("more"), "more");
    try (var cached = Files.list(folder.resolve("cache"))) {
      for (Path file : cached.toList()) {
        Files.delete(file);
      }
    }
    publish("1.2.3", "--app-version", "8");

    assertThat(code("1.2.3")).isEqualTo("CHART-DIGEST");
  }

  @Test
  void whatIsNotThereIsToldWithWhatIs() {
    assertThatThrownBy(() -> find("1.2.4"))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> {
              assertThat(e.first().code()).isEqualTo("CHART-VERSION-NOT-FOUND");
              assertThat(e.first().detail()).contains("The newest are 1.3.0, 1.2.3.");
              assertThat(e.first().fix()).isEqualTo("The nearest version is 1.2.3.");
            });
    assertThat(code(spec("nowhere", "1.2.3", server.address()))).isEqualTo("CHART-NOT-FOUND");
    server.close();
    assertThat(code(spec("harbour", "9.9.9", server.address())))
        .isEqualTo("CHART-REPOSITORY-UNREACHABLE");
    assertThat(code(TrialChart.spec("nowhere", Map.of()))).isEqualTo("CHART-NOT-FOUND");
  }

  @Test
  void aMirrorIsAskedInstead() {
    ChartSpec chart = spec("harbour", "1.2.3", "https://charts.invalid/stable");

    ChartFiles files =
        charts(Map.of("https://charts.invalid/stable", server.address())).find(chart, () -> false);

    assertThat(files.version()).isEqualTo("1.2.3");
  }

  private ChartFiles find(String version) {
    LockFile lock = LockFile.read(lockFile);
    return new FetchedCharts(TestHelm.helm(), cache(), lock, Map.of())
        .find(spec("harbour", version, server.address()), () -> false);
  }

  private String code(String version) {
    return code(spec("harbour", version, server.address()));
  }

  private String code(ChartSpec chart) {
    try {
      charts(Map.of()).find(chart, () -> false);
      return "";
    } catch (DiagnosticException e) {
      return e.first().code();
    }
  }

  private FetchedCharts charts(Map<String, String> mirrors) {
    return new FetchedCharts(TestHelm.helm(), cache(), LockFile.read(lockFile), mirrors);
  }

  private ChartCache cache() {
    return new ChartCache(folder.resolve("cache"));
  }

  private static ChartSpec spec(String chart, String version, String repository) {
    return new ChartSpec(
        "demo",
        "port",
        chart,
        Optional.of(repository),
        Optional.of(version),
        Map.of(),
        true,
        false,
        true);
  }

  private void publish(String version, String... more) {
    helm(
        "package",
        TrialChart.folder("harbour").toString(),
        "--version",
        version,
        "--destination",
        served.toString(),
        more);
    helm("repo", "index", served.toString());
  }

  private static void helm(
      String a, String b, String c, String d, String e, String f, String... g) {
    List<String> all = new java.util.ArrayList<>(List.of(a, b, c, d, e, f));
    all.addAll(List.of(g));
    helm(all.toArray(String[]::new));
  }

  private static void helm(String... arguments) {
    try (Workspace workspace = Workspace.open()) {
      Helm.Answer answer =
          TestHelm.helm().run(List.of(arguments), Optional.empty(), workspace, () -> false);
      assertThat(answer.succeeded()).as(answer.errors()).isTrue();
    }
  }
}
