package dev.slipway.engine.provider;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.diagnostic.DiagnosticException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A provider refused a call, and whether asking again can help. */
public final class ProviderException extends DiagnosticException {
  /** Whether asking again can help. */
  public enum Retry {
    /** The same call will be refused again. */
    NEVER,
    /** A passing fault: ask again after a growing pause. */
    BACKOFF,
    /** Too many calls: ask again later, and all calls to this provider slow down. */
    THROTTLED,
    /** The call was given up because the run was cancelled; the next run makes it again. */
    CANCELLED
  }

  private final Retry retry;
  private final transient Optional<Duration> retryAfter;

  public ProviderException(Diagnostic diagnostic, Retry retry, Optional<Duration> retryAfter) {
    super(List.of(diagnostic));
    this.retry = Objects.requireNonNull(retry, "retry");
    this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
  }

  /** A refusal that stays. */
  public static ProviderException refused(Diagnostic diagnostic) {
    return new ProviderException(diagnostic, Retry.NEVER, Optional.empty());
  }

  /** A fault that may pass. */
  public static ProviderException passing(Diagnostic diagnostic) {
    return new ProviderException(diagnostic, Retry.BACKOFF, Optional.empty());
  }

  /** A call that was given up because {@link Call#cancelled} said so. */
  public static ProviderException cancelled(Diagnostic diagnostic) {
    return new ProviderException(diagnostic, Retry.CANCELLED, Optional.empty());
  }

  public Retry retry() {
    return retry;
  }

  /** How long the provider asked to wait, if it said. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
