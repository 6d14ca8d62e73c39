package dev.slipway.lab.aws;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.lab.kubernetes.KubernetesLab;
import dev.slipway.lab.process.Attempt;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an {@link EksLabCluster}: {@code @ExtendWith({AwsLab.class, EksLab.class})} and a
 * parameter. There is one for all tests of a JVM, so one test at a time serves through it; what is
 * missing for it skips the tests.
 */
public final class EksLab implements BeforeAllCallback, ParameterResolver {
  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<String> missing = MotoInstallation.missing().or(KubernetesLab::missing);
    assumeTrue(missing.isEmpty(), () -> "missing: " + missing.orElse(""));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == EksLabCluster.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Attempt.once(context, EksLabCluster.class, EksLabCluster::start);
  }
}
