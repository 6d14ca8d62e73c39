package dev.slipway.kubernetes.cluster;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.kubernetes.kubeconfig.KubeContext;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Carries requests to a server and its answers back. */
final class Transport implements AutoCloseable {
  /** Longer than the 60 seconds after which an API server gives up, so that its answer is seen. */
  private static final Duration LONGEST = Duration.ofSeconds(65);

  /** Below the 100 streams that an API server allows on a connection. */
  private static final int STREAMS = 90;

  private final KubeContext context;
  private final HttpClient client;
  private final Semaphore streams = new Semaphore(STREAMS);
  private final Repetition repetition = new Repetition();

  private Transport(KubeContext context, HttpClient client) {
    this.context = context;
    this.client = client;
  }

  /** All requests share a connection. */
  static Transport open(KubeContext context) {
    return new Transport(context, Clients.open(context, false));
  }

  /** Each request that isn't over has a connection of its own. */
  static Transport ofStreams(KubeContext context) {
    return new Transport(context, Clients.open(context, true));
  }

  KubeContext context() {
    return context;
  }

  HttpClient client() {
    return client;
  }

  /**
   * Sends a request, and again where {@link Repetition} says so.
   *
   * @throws ProviderException if there is no answer
   */
  Answer send(Request request) {
    for (int attempt = 1; ; attempt++) {
      try {
        Answer answer = once(request);
        Optional<Duration> pause = repetition.after(answer, request, context, attempt);
        if (pause.isEmpty()) {
          return answer;
        }
        sleep(pause.get());
      } catch (ProviderException failure) {
        sleep(repetition.after(failure, request, attempt).orElseThrow(() -> failure));
      }
    }
  }

  private void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw ConnectionProblems.interrupted(context);
    }
  }

  /**
   * Sends a request once.
   *
   * @throws ProviderException if there is no answer
   */
  Answer once(Request request) {
    streams.acquireUninterruptibly();
    try {
      CompletableFuture<HttpResponse<byte[]>> sent =
          client.sendAsync(httpRequest(request), byte[].class);
      try {
        return answer(sent.get(LONGEST.toSeconds() + 5, TimeUnit.SECONDS));
      } catch (TimeoutException late) {
        sent.cancel(true);
        throw ConnectionProblems.of(late, request, context);
      } catch (InterruptedException _) {
        sent.cancel(true);
        Thread.currentThread().interrupt();
        throw ConnectionProblems.interrupted(context);
      } catch (ExecutionException | CancellationException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        if (cause instanceof DiagnosticException told) {
          throw told;
        }
        throw ConnectionProblems.of(cause, request, context);
      }
    } finally {
      streams.release();
    }
  }

  /** A request whose answer has no end in sight. */
  HttpRequest streaming(Request request) {
    return client
        .newHttpRequestBuilder()
        .uri(context.server() + request.address())
        .setHeader("Accept", request.headers().get("Accept"))
        .forStreaming()
        .build();
  }

  private HttpRequest httpRequest(Request request) {
    HttpRequest.Builder builder =
        client
            .newHttpRequestBuilder()
            .uri(context.server() + request.address())
            .timeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    request.headers().forEach(builder::setHeader);
    return builder
        .method(
            request.method(), request.headers().get("Content-Type"), request.body().orElse(null))
        .build();
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    byte[] body = response.body() == null ? new byte[0] : response.body();
    return new Answer(
        response.code(),
        body,
        Optional.ofNullable(response.header("Retry-After")).flatMap(Transport::seconds));
  }

  private static Optional<Duration> seconds(String text) {
    try {
      return Optional.of(Duration.ofSeconds(Math.clamp(Long.parseLong(text.strip()), 0, 3600)));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
