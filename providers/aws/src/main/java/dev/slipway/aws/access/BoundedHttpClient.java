package dev.slipway.aws.access;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Keeps the number of one service's requests in flight small. */
final class BoundedHttpClient implements SdkHttpClient {
  /** Most requests of one service at the same time: far below what makes a service throttle. */
  static final int IN_FLIGHT = 10;

  private final SdkHttpClient http;
  private final Semaphore free = new Semaphore(IN_FLIGHT);

  BoundedHttpClient(SdkHttpClient http) {
    this.http = http;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Waiting(http.prepareRequest(request));
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  /** The client is shared, and closed by who made it. */
  @Override
  public void close() {}

  private final class Waiting implements ExecutableHttpRequest {
    private final ExecutableHttpRequest request;

    Waiting(ExecutableHttpRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      free.acquireUninterruptibly();
      try {
        return request.call();
      } finally {
        free.release();
      }
    }

    @Override
    public void abort() {
      request.abort();
    }
  }
}
