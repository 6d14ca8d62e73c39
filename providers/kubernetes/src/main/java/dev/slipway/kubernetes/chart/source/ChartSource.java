package dev.slipway.kubernetes.chart.source;

import dev.slipway.kubernetes.chart.ChartSpec;
import java.util.function.BooleanSupplier;

/** Where charts come from. */
public interface ChartSource {
  /**
   * The chart's files.
   *
   * @throws dev.slipway.engine.diagnostic.DiagnosticException if there is no such chart, or it
   *     can't be had
   */
  ChartFiles find(ChartSpec chart, BooleanSupplier cancelled);
}
