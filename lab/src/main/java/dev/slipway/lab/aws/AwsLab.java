package dev.slipway.lab.aws;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.lab.process.Attempt;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Moto} or an {@link AwsFront} before it: {@code @ExtendWith(AwsLab.class)}
 * and a parameter.
 *
 * <p>There is one moto for all tests of a JVM, so a test tells its own resources by its own stack's
 * mark. A front is made for each parameter, and closed after the test. Without Python the tests are
 * skipped, which names what is missing; {@code build/test-report --no-skips} makes a failure of
 * that.
 */
public final class AwsLab implements BeforeAllCallback, ParameterResolver {
  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<String> missing = MotoInstallation.missing();
    assumeTrue(missing.isEmpty(), () -> "missing: " + missing.orElse(""));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Moto.class || type == AwsFront.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Moto moto = moto(context);
    if (parameter.getParameter().getType() == Moto.class) {
      return moto;
    }
    AwsFront front = new AwsFront(moto);
    context.getStore(ExtensionContext.Namespace.create(AwsLab.class)).put(front, front);
    return front;
  }

  private static Moto moto(ExtensionContext context) {
    return Attempt.once(context, Moto.class, Moto::start);
  }
}
