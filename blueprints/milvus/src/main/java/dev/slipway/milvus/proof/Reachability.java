package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Finds out what keeps a client from an endpoint. The client itself waits until its deadline and
 * then tells only that it waited.
 */
final class Reachability {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private Reachability() {}

  /**
   * Waits until something listens at the address.
   *
   * @throws CheckFailure as {@link #require}, when the patience has come to its end
   */
  static void await(Address address, Duration patience) throws CheckFailure {
    long start = System.nanoTime();
    while (true) {
      try {
        require(address);
        return;
      } catch (CheckFailure e) {
        if (System.nanoTime() - start >= patience.toNanos()) {
          throw e;
        }
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CheckFailure(
            "The proof was interrupted while it waited for %s.".formatted(address.uri()),
            "Run `slipway verify`.",
            e);
      }
    }
  }

  /**
   * @throws CheckFailure if nothing listens at the address, or the authority's file can't be read
   */
  static void require(Address address) throws CheckFailure {
    Optional<Path> unreadable =
        address.trust().map(Address.Trust::caFile).filter(file -> !Files.isReadable(file));
    if (unreadable.isPresent()) {
      throw new CheckFailure(
          "The authority's certificate %s can't be read.".formatted(unreadable.get()),
          "Run `slipway up`, which makes it again if it is gone.");
    }
    try (Socket _ = connect(address)) {
      return;
    } catch (SocketTimeoutException e) {
      throw new CheckFailure(
          "No connection to %s within %d s.".formatted(address.uri(), TIMEOUT.toSeconds()),
          "Look for a firewall between here and there.",
          e);
    } catch (IOException e) {
      throw new CheckFailure(
          "Nothing accepts connections at %s: %s.".formatted(address.uri(), e.getMessage()),
          "Look at `slipway status`, and start what is down with `slipway up`.",
          e);
    }
  }

  /** Why a TLS connection to the address fails; empty if it doesn't, or none is wanted. */
  static Optional<CheckFailure> tlsFailure(Address address) {
    return address.trust().flatMap(trust -> tlsFailure(address, trust));
  }

  private static Optional<CheckFailure> tlsFailure(Address address, Address.Trust trust) {
    try (Socket plain = connect(address)) {
      plain.setSoTimeout(Math.toIntExact(TIMEOUT.toMillis()));
      SSLSocket socket =
          (SSLSocket)
              trusting(trust)
                  .getSocketFactory()
                  .createSocket(plain, trust.serverName(), address.uri().getPort(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return Optional.empty();
    } catch (SSLException e) {
      return Optional.of(
          new CheckFailure(
              "No trusted TLS connection to %s as '%s' with the authority %s: %s."
                  .formatted(address.uri(), trust.serverName(), trust.caFile(), e.getMessage()),
              "Another server may listen there, or the certificate is of another stack or an older"
                  + " authority. Look at `slipway status`; `slipway up` makes the certificate"
                  + " again.",
              e));
    } catch (IOException e) {
      return Optional.of(
          new CheckFailure(
              "%s accepts connections but doesn't speak TLS: %s."
                  .formatted(address.uri(), e.getMessage()),
              "Look at `slipway status` for what listens there.",
              e));
    } catch (GeneralSecurityException e) {
      return Optional.of(
          new CheckFailure(
              "The authority's certificate %s is damaged: %s."
                  .formatted(trust.caFile(), e.getMessage()),
              "Remove the file and run `slipway up`, which makes it again.",
              e));
    }
  }

  private static Socket connect(Address address) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(address.uri().getHost(), address.uri().getPort()),
          Math.toIntExact(TIMEOUT.toMillis()));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static SSLContext trusting(Address.Trust trust)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null);
    try (InputStream file = Files.newInputStream(trust.caFile())) {
      int number = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(file)) {
        store.setCertificateEntry("authority-" + number++, certificate);
      }
      if (number == 0) {
        throw new CertificateException("it holds no certificate");
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
