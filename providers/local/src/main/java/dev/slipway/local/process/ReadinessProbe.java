package dev.slipway.local.process;

import dev.slipway.local.process.host.Family;
import dev.slipway.local.process.host.PortHolder;
import dev.slipway.local.process.host.ProcessIdentity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.net.ssl.SSLException;

/** Readiness with everything resolved, as it stands in an order. */
sealed interface ReadinessProbe {
  Duration CONNECT = Duration.ofSeconds(2);
  Duration ANSWER = Duration.ofSeconds(5);

  int port();

  Probe ask();

  record Tcp(int port) implements ReadinessProbe {
    @Override
    public Probe ask() {
      for (String address : List.of("127.0.0.1", "::1")) {
        if (accepts(new InetSocketAddress(address, port))) {
          return new Probe.Ready();
        }
      }
      return silent(port);
    }

    private static boolean accepts(InetSocketAddress address) {
      try (Socket socket = new Socket()) {
        socket.connect(address, (int) CONNECT.toMillis());
        return true;
      } catch (IOException _) {
        return false;
      }
    }
  }

  /**
   * @param caFile certificate authority to trust; empty for plain HTTP
   */
  record Http(int port, String path, Optional<Path> caFile) implements ReadinessProbe {
    @Override
    public Probe ask() {
      URI uri = URI.create((caFile.isPresent() ? "https" : "http") + "://localhost:" + port + path);
      HttpClient.Builder builder =
          HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
      try {
        if (caFile.isPresent()) {
          builder.sslContext(TrustedAuthority.in(caFile.get()));
        }
      } catch (IOException | GeneralSecurityException e) {
        return new Probe.NotReady("the CA file " + caFile.get() + " can't be used: " + e);
      }
      try (HttpClient client = builder.build()) {
        int status =
            client
                .send(
                    HttpRequest.newBuilder(uri).timeout(ANSWER).GET().build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode();
        client.shutdownNow();
        return status >= 200 && status < 300
            ? new Probe.Ready()
            : new Probe.NotReady(uri + " answers with status " + status);
      } catch (SSLException e) {
        return new Probe.NotReady(uri + " fails in TLS: " + e.getMessage());
      } catch (HttpTimeoutException _) {
        return new Probe.NotReady(uri + " does not answer in time");
      } catch (IOException _) {
        return silent(port);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return new Probe.NotReady("the question was interrupted");
      }
    }
  }

  /**
   * Asks, and sees to it that it is the process itself, or one of its family, that answers.
   *
   * @param main empty if it doesn't live
   */
  default Probe ask(Optional<ProcessIdentity> main, Family family) {
    Probe probe = ask();
    return PortHolder.foreign(port(), main, family)
        .<Probe>map(holder -> new Probe.Held(port(), holder))
        .orElse(probe);
  }

  static ReadinessProbe of(Readiness readiness) {
    return switch (readiness) {
      case Readiness.Tcp(var port) -> new Tcp(Integer.parseInt(port.get()));
      case Readiness.Http(var port, String path, var caFile) ->
          new Http(
              Integer.parseInt(port.get()),
              path,
              Optional.of(caFile.get()).filter(file -> !file.isEmpty()).map(Path::of));
    };
  }

  /** From an order's words. */
  static ReadinessProbe of(SortedMap<String, String> words) {
    int port = Integer.parseInt(words.get("port"));
    return "http".equals(words.get("kind"))
        ? new Http(port, words.get("path"), Optional.ofNullable(words.get("ca-file")).map(Path::of))
        : new Tcp(port);
  }

  /** For an order. */
  default SortedMap<String, String> words() {
    SortedMap<String, String> words = new TreeMap<>();
    words.put("port", String.valueOf(port()));
    switch (this) {
      case Tcp _ -> words.put("kind", "tcp");
      case Http(_, String path, Optional<Path> caFile) -> {
        words.put("kind", "http");
        words.put("path", path);
        caFile.ifPresent(file -> words.put("ca-file", file.toString()));
      }
    }
    return words;
  }

  private static Probe silent(int port) {
    return new Probe.NotReady("port " + port + " does not answer yet");
  }
}
