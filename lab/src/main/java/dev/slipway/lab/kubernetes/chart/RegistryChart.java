package dev.slipway.lab.kubernetes.chart;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A chart as an OCI registry holds it: a manifest, a configuration and one layer (Helm's {@code
 * pkg/registry}).
 */
record RegistryChart(PackedChart chart) {
  static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String CONFIG = "application/vnd.cncf.helm.config.v1+json";
  private static final String LAYER = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

  /** A registry writes the plus sign of a version, which no tag may have, as an underscore. */
  String tag() {
    return chart.version().replace('+', '_');
  }

  byte[] manifest() {
    String manifest =
        """
        {"schemaVersion":2,"mediaType":"%s","config":%s,"layers":[%s],"annotations":%s}\
        """
            .formatted(
                MANIFEST,
                descriptor(CONFIG, config()),
                descriptor(LAYER, chart.archive()),
                json(
                    Map.of(
                        "org.opencontainers.image.title",
                        chart.name(),
                        "org.opencontainers.image.version",
                        chart.version())));
    return manifest.getBytes(StandardCharsets.UTF_8);
  }

  Optional<byte[]> blob(String digest) {
    if (digest.equals(digest(chart.archive()))) {
      return Optional.of(chart.archive());
    }
    return digest.equals(digest(config())) ? Optional.of(config()) : Optional.empty();
  }

  static String digest(byte[] bytes) {
    return "sha256:" + PackedChart.digest(bytes);
  }

  private byte[] config() {
    return json(new TreeMap<>(chart.about())).getBytes(StandardCharsets.UTF_8);
  }

  private static String descriptor(String type, byte[] content) {
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
        .formatted(type, digest(content), content.length);
  }

  private static String json(Map<String, String> texts) {
    return new TreeMap<>(texts)
        .entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
