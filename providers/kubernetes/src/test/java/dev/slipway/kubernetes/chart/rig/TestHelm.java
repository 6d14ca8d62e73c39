package dev.slipway.kubernetes.chart.rig;

import dev.slipway.kubernetes.chart.helm.Helm;
import dev.slipway.lab.kubernetes.Binaries;
import java.nio.file.Path;
import java.util.Optional;

/** The Helm that tests render charts with: the one that SLIPWAY_HELM names, or the lab's. */
public final class TestHelm {
  private static final Optional<String> NAMED = Optional.ofNullable(System.getenv("SLIPWAY_HELM"));

  private TestHelm() {}

  public static Path binary() {
    return NAMED.map(Path::of).orElseGet(() -> Binaries.ready().helm4());
  }

  /** For {@code @EnabledIf}. */
  public static boolean there() {
    return NAMED.isPresent() || Binaries.missing().isEmpty();
  }

  public static Helm helm() {
    return new Helm(binary());
  }
}
