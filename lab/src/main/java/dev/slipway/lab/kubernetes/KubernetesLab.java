package dev.slipway.lab.kubernetes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.lab.process.Attempt;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link LabCluster}: {@code @ExtendWith(KubernetesLab.class)} and a parameter.
 *
 * <p>There is one cluster for all tests of a JVM, started when the first test asks for it and
 * stopped after the last one: a test takes a {@linkplain LabCluster#freshNamespace() namespace} of
 * its own, and removes what it makes outside of it. Without Go the tests are skipped, which names
 * what is missing; {@code build/test-report --no-skips} makes a failure of that.
 */
public final class KubernetesLab implements BeforeAllCallback, ParameterResolver {
  /**
   * The resource lock of test classes that run beside others and look at the whole cluster, or
   * disturb it.
   */
  public static final String WHOLE_CLUSTER = "the lab's whole cluster";

  private static final int NODES = 3;

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<String> missing = missing();
    assumeTrue(missing.isEmpty(), () -> "missing: " + missing.orElse(""));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LabCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return cluster(context);
  }

  /** What is missing for a cluster, in words; empty if nothing is. */
  public static Optional<String> missing() {
    return Binaries.missing();
  }

  /** The cluster, for another extension. */
  public static LabCluster cluster(ExtensionContext context) {
    return Attempt.once(context, LabCluster.class, () -> LabCluster.start(NODES));
  }
}
