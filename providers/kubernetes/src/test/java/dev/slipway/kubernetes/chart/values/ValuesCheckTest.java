package dev.slipway.kubernetes.chart.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.kubernetes.chart.source.ChartFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ValuesCheckTest {
  private static final Map<String, String> CHART =
      Map.of(
          "Chart.yaml",
          "{apiVersion: v1, name: quay, version: 1.0.0}",
          "requirements.yaml",
          "dependencies: [{name: buoy, alias: marker, condition: marker.wanted, tags: [sea]}]",
          "values.yaml",
          """
          image: quay:1
          # password: a long one
          proxy:
            replicas: 1
            annotations: {inject: "false"}
            nodeSelector: {kubernetes.io/os: linux}
            arguments: {v: 4}
            ##  tls:
          """,
          "templates/a.yaml",
          """
          {{- $proxy := .Values.proxy }}
          image: {{ .Values.image }}
          replicas: {{ .Values.proxy.replicas }}
          volumes: {{- if .Values.proxy.volumes }}{{ toYaml .Values.proxy.volumes }}{{ end }}
          annotations: {{- toYaml .Values.proxy.annotations | nindent 4 }}
          {{- with .Values.proxy.nodeSelector }}{{ toYaml . }}{{ end }}
          {{- range $name, $value := .Values.proxy.arguments }}- --{{ $name }}={{ $value }}{{ end }}
          port: {{ index .Values.proxy "port" }}
          host: {{ $proxy.host }}
          """,
          "charts/buoy/Chart.yaml",
          "{apiVersion: v1, name: buoy, version: 1.0.0}",
          "charts/buoy/values.yaml",
          "light: red",
          "charts/buoy/templates/a.yaml",
          "light: {{ .Values.light }}, bell: {{ .Values.bell }}");

  @Test
  void aValueThatATemplateSpeaksOfIsKnown() {
    assertThat(unknown(Map.of("proxy", Map.of("volumes", List.of(), "port", 1, "host", "a"))))
        .isEmpty();
  }

  @Test
  void aValueThatStandsInACommentIsKnown() {
    assertThat(unknown(Map.of("password", "x", "proxy", Map.of("tls", true)))).isEmpty();
  }

  @Test
  void aMapThatATemplateTakesAsItIsHoldsAnyKey() {
    assertThat(
            unknown(
                Map.of(
                    "proxy",
                    Map.of(
                        "annotations",
                        Map.of("checked", "yes"),
                        "nodeSelector",
                        Map.of("disk", "ssd"),
                        "arguments",
                        Map.of("balance", true)))))
        .isEmpty();
  }

  @Test
  void whatSwitchesSubchartsIsKnown() {
    assertThat(
            unknown(
                Map.of(
                    "marker", Map.of("wanted", true, "bell", "loud"), "tags", Map.of("sea", true))))
        .isEmpty();
  }

  @Test
  void aMisspeltValueIsTold() {
    assertThat(
            unknown(
                Map.of(
                    "imgae",
                    "x",
                    "proxy",
                    Map.of("replica", 2, "volumse", List.of()),
                    "marker",
                    Map.of("lihgt", "green"))))
        .containsExactlyInAnyOrder("imgae", "proxy.replica", "proxy.volumse", "marker.lihgt");
  }

  /** The paths of the values that the chart doesn't know. */
  private static List<String> unknown(Map<String, Object> values) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    CHART.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new ValuesCheck("demo", new ChartFiles("quay", "", files))
        .check(values).stream()
            .map(Diagnostic::detail)
            .map(detail -> detail.replaceFirst("[^']*'([^']*)'.*", "$1"))
            .toList();
  }
}
