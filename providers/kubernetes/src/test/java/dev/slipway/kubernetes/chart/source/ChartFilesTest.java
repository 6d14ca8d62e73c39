package dev.slipway.kubernetes.chart.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartFilesTest {
  @Test
  void aChartOfPlainTemplatesAsksNothingOfTheCluster() {
    assertThat(chart("templates/a.yaml", "name: {{ .Release.Name }}").asksOfCluster()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          templates/a.yaml              | {{ if .Capabilities.APIVersions.Has "v1" }}
          templates/_a.tpl              | {{ lookup "v1" "Secret" "" "" }}
          charts/b/templates/c.yaml     | {{ .Capabilities.KubeVersion }}
          values.yaml                   | text: '{{ .Capabilities.KubeVersion }}'
          Chart.yaml                    | kubeVersion: '>= 1.30'
          charts/b-1.0.0.tgz            | packed
          Chart.lock                    | dependencies
          """)
  void aChartWhoseObjectsMayDependOnTheClusterAsksIt(String path, String text) {
    assertThat(chart(path, text).asksOfCluster()).isTrue();
  }

  private static ChartFiles chart(String path, String text) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("templates/service.yaml", "kind: Service".getBytes(StandardCharsets.UTF_8));
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return new ChartFiles("test", "0", files);
  }
}
