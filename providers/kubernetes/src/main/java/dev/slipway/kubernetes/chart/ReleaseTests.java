package dev.slipway.kubernetes.chart;

import dev.slipway.engine.verify.Proof;
import dev.slipway.kubernetes.object.ObjectSpec;
import java.util.List;

/** Makes a proof of a release's test hooks. */
@FunctionalInterface
public interface ReleaseTests {
  /**
   * @param release the release's name
   * @param tests what the test hooks make, in their order
   */
  Proof proof(String release, String namespace, List<ObjectSpec> tests);
}
