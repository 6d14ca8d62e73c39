package dev.slipway.kubernetes.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Reads an answer line by line as it comes.
 *
 * @param ended asked often
 */
record LogStream(Transport transport, Consumer<String> line, BooleanSupplier ended) {
  private static final long LOOK_MILLIS = 200;

  /**
   * Returns when the answer ends, the connection breaks or {@code ended} says so.
   *
   * @return whether there is a log
   */
  boolean read(Request request) {
    Lines lines = new Lines();
    CompletableFuture<HttpResponse<AsyncBody>> sent =
        transport.client().consumeBytes(transport.streaming(request), lines);
    try {
      HttpResponse<AsyncBody> response = await(sent);
      if (response == null) {
        sent.cancel(true);
        return true;
      }
      if (!response.isSuccessful()) {
        response.body().cancel();
        return false;
      }
      lines.begin();
      response.body().consume();
      if (await(response.body().done().thenApply(_ -> true)) == null) {
        response.body().cancel();
      } else {
        lines.rest();
      }
      return true;
    } catch (ExecutionException | CancellationException failure) {
      if (!sent.isDone() || sent.isCompletedExceptionally()) {
        throw ConnectionProblems.of(
            failure.getCause() == null ? failure : failure.getCause(),
            request,
            transport.context());
      }
      return true;
    } catch (InterruptedException _) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw ConnectionProblems.interrupted(transport.context());
    }
  }

  /** What comes, or null once {@code ended} says so. */
  private <T> T await(CompletableFuture<T> coming) throws ExecutionException, InterruptedException {
    while (!ended.getAsBoolean()) {
      try {
        return coming.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        // Not yet: time to see whether anybody still wants it.
      }
    }
    return null;
  }

  /** Cuts bytes into lines; what comes before {@link #begin} is part of a refusal. */
  private final class Lines implements AsyncBody.Consumer<List<ByteBuffer>> {
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private boolean reading;

    synchronized void begin() {
      reading = true;
    }

    @Override
    public synchronized void consume(List<ByteBuffer> buffers, AsyncBody body) {
      for (ByteBuffer buffer : buffers) {
        while (reading && buffer.hasRemaining()) {
          byte next = buffer.get();
          if (next == '\n') {
            rest();
          } else {
            begun.write(next);
          }
        }
      }
      body.consume();
    }

    synchronized void rest() {
      if (begun.size() > 0) {
        line.accept(begun.toString(StandardCharsets.UTF_8).stripTrailing());
        begun.reset();
      }
    }
  }
}
