package dev.slipway.local.gateway;

import dev.slipway.local.certificate.TestCertificates;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A gateway in front of a back end, with clients that trust its authority. */
final class RunningGateway implements AutoCloseable {
  static final String PASSWORD = "Milvus:with a colon";
  private static final int MAX_MESSAGE_BYTES = 128 << 20;

  final Gateway gateway;
  final TestCertificates certificates;
  private final List<HttpClient> clients = new ArrayList<>();

  RunningGateway(Path folder, int upstream) {
    certificates = TestCertificates.in(folder);
    gateway =
        Gateway.start(
            new GatewayConfig(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), upstream),
                certificates.certificateFile(),
                certificates::key,
                new Credentials("root", PASSWORD)));
  }

  /** A channel that sends {@code authorization} as the SDKs do. */
  ManagedChannel channel() throws IOException {
    return channel(token("root:" + PASSWORD));
  }

  ManagedChannel channel(String authorization) throws IOException {
    Metadata metadata = new Metadata();
    metadata.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
    return plain().intercept(MetadataUtils.newAttachHeadersInterceptor(metadata)).build();
  }

  ManagedChannel anonymous() throws IOException {
    return plain().build();
  }

  private NettyChannelBuilder plain() throws IOException {
    return NettyChannelBuilder.forAddress("localhost", gateway.port())
        .maxInboundMessageSize(MAX_MESSAGE_BYTES)
        .sslContext(
            GrpcSslContexts.forClient()
                .trustManager(certificates.authorityFile().toFile())
                .build());
  }

  static String token(String userAndPassword) {
    return Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }

  static CallOptions within(int seconds) {
    return CallOptions.DEFAULT.withDeadlineAfter(seconds, TimeUnit.SECONDS);
  }

  HttpClient http(HttpClient.Version version) throws IOException, GeneralSecurityException {
    HttpClient client = HttpClient.newBuilder().version(version).sslContext(trust()).build();
    clients.add(client);
    return client;
  }

  SSLContext trust() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(certificates.authorityFile())) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  URI uri(String path) {
    return URI.create("https://localhost:" + gateway.port() + path);
  }

  @Override
  public void close() {
    clients.forEach(HttpClient::shutdownNow);
    gateway.close();
  }
}
