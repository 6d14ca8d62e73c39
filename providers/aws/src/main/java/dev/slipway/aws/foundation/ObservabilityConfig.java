package dev.slipway.aws.foundation;

import dev.slipway.engine.stack.Key;
import java.util.Set;
import java.util.TreeSet;

/** The {@code cloudwatch:} section of the target {@code eks}. */
public record ObservabilityConfig(
    @Key(
            doc = "Whether the CloudWatch agent and Fluent Bit send metrics and logs there.",
            byDefault = "true")
        boolean enabled,
    @Key(doc = "For how many days logs are kept.", byDefault = "30", min = 1, max = 3653)
        int retention) {

  /** Source: CloudWatch Logs API Reference, PutRetentionPolicy. */
  private static final Set<Integer> RETENTIONS =
      new TreeSet<>(
          Set.of(
              1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
              2922, 3288, 3653));

  public ObservabilityConfig {
    if (!RETENTIONS.contains(retention)) {
      throw new IllegalArgumentException(
          "'retention' is %d days, but CloudWatch keeps logs for one of %s"
              .formatted(retention, RETENTIONS));
    }
  }
}
