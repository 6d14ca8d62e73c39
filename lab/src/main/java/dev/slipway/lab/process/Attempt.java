package dev.slipway.lab.process;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one attempt to start something: what failed once isn't tried again for each test. */
public final class Attempt<T extends AutoCloseable> implements AutoCloseable {
  private final String what;
  private final Optional<T> made;
  private final Optional<LabException> failure;

  private Attempt(String what, Optional<T> made, Optional<LabException> failure) {
    this.what = what;
    this.made = made;
    this.failure = failure;
  }

  /**
   * What all tests of a JVM share, started when the first of them asks and closed after the last.
   *
   * @throws LabException if it couldn't be started, with the cause
   */
  public static <T extends AutoCloseable> T once(
      ExtensionContext context, Class<T> type, Supplier<T> start) {
    Attempt<?> attempt =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(Attempt.class))
            .getOrComputeIfAbsent(type, _ -> of(type.getSimpleName(), start), Attempt.class);
    return type.cast(attempt.get());
  }

  private static <T extends AutoCloseable> Attempt<T> of(String what, Supplier<T> start) {
    try {
      return new Attempt<>(what, Optional.of(start.get()), Optional.empty());
    } catch (LabException e) {
      return new Attempt<>(what, Optional.empty(), Optional.of(e));
    }
  }

  private T get() {
    return made.orElseThrow(() -> new LabException("no " + what, failure.orElseThrow()));
  }

  @Override
  public void close() {
    made.ifPresent(this::close);
  }

  private void close(T started) {
    try {
      started.close();
    } catch (Exception e) {
      throw new LabException(what + " can't be stopped", e);
    }
  }
}
