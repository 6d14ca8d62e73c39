package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.retry.Backoff;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Which requests are sent again, whoever asks: those that a passing fault hit and that do no harm
 * when they come twice. Everything else, and longer waits, are for the engine to decide on and
 * tell.
 *
 * <p>A server that has answered before and can't be reached any more is taken to be restarting.
 */
final class Repetition {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Backoff SHORT = new Backoff(4, 4, Duration.ofMillis(250), LONGEST);
  private static final Backoff RESTART = new Backoff(8, 8, Duration.ofMillis(250), LONGEST);

  private volatile boolean answered;

  /** The pause before a request is sent again, or empty if the answer stands. */
  Optional<Duration> after(Answer answer, Request request, KubeContext context, int attempt) {
    answered = true;
    return request.method().equals("GET") && answer.isPassing()
        ? SHORT
            .afterFailure(attempt, Rejections.of(answer, request, context))
            .filter(pause -> pause.compareTo(LONGEST) <= 0)
        : Optional.empty();
  }

  /** The pause before a request without an answer is sent again, or empty if it isn't. */
  Optional<Duration> after(ProviderException failure, Request request, int attempt) {
    boolean repeatable =
        switch (failure.first().code()) {
          case "KUBERNETES-UNREACHABLE" -> answered;
          case "KUBERNETES-DROPPED" -> request.isIdempotent();
          default -> false;
        };
    return repeatable
        ? (answered ? RESTART : SHORT).afterFailure(attempt, failure)
        : Optional.empty();
  }
}
