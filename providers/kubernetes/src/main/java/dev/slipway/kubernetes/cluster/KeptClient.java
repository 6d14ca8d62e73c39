package dev.slipway.kubernetes.cluster;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Keeps the JDK's HTTP client that fabric8 builds, so that it can be shut down: fabric8 leaves that
 * to the garbage collector, and a client that still waits for its connection holds the end of the
 * process up by 0.3 seconds.
 */
final class KeptClient implements HttpClient.Builder, AutoCloseable {
  private final HttpClient.Builder builder = HttpClient.newBuilder();
  private final AtomicReference<HttpClient> built = new AtomicReference<>();

  @Override
  public HttpClient build() {
    HttpClient client = builder.build();
    built.set(client);
    return client;
  }

  /** Shuts the client down at once; what is under way fails. */
  @Override
  public void close() {
    HttpClient client = built.getAndSet(null);
    if (client != null) {
      client.shutdownNow();
    }
  }

  @Override
  public KeptClient cookieHandler(CookieHandler cookies) {
    builder.cookieHandler(cookies);
    return this;
  }

  @Override
  public KeptClient connectTimeout(Duration duration) {
    builder.connectTimeout(duration);
    return this;
  }

  @Override
  public KeptClient sslContext(SSLContext context) {
    builder.sslContext(context);
    return this;
  }

  @Override
  public KeptClient sslParameters(SSLParameters parameters) {
    builder.sslParameters(parameters);
    return this;
  }

  @Override
  public KeptClient executor(Executor executor) {
    builder.executor(executor);
    return this;
  }

  @Override
  public KeptClient followRedirects(HttpClient.Redirect policy) {
    builder.followRedirects(policy);
    return this;
  }

  @Override
  public KeptClient version(HttpClient.Version version) {
    builder.version(version);
    return this;
  }

  @Override
  public KeptClient priority(int priority) {
    builder.priority(priority);
    return this;
  }

  @Override
  public KeptClient proxy(ProxySelector selector) {
    builder.proxy(selector);
    return this;
  }

  @Override
  public KeptClient authenticator(Authenticator authenticator) {
    builder.authenticator(authenticator);
    return this;
  }

  @Override
  public KeptClient localAddress(InetAddress address) {
    builder.localAddress(address);
    return this;
  }
}
