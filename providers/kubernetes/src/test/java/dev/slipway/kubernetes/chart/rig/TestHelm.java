package dev.slipway.kubernetes.chart.rig;

import dev.slipway.kubernetes.chart.helm.Helm;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Helm that tests render charts with. */
public final class TestHelm {
  private TestHelm() {}

  public static Path binary() {
    return Path.of(System.getenv().getOrDefault("SLIPWAY_HELM", ""));
  }

  /** For {@code @EnabledIf}. */
  public static boolean there() {
    return Files.isExecutable(binary()) && !Files.isDirectory(binary());
  }

  public static Helm helm() {
    return new Helm(binary());
  }
}
