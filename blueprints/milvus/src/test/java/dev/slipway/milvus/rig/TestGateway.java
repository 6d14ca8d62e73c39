package dev.slipway.milvus.rig;

import io.milvus.shaded.io.grpc.CallOptions;
import io.milvus.shaded.io.grpc.ClientCall;
import io.milvus.shaded.io.grpc.HandlerRegistry;
import io.milvus.shaded.io.grpc.ManagedChannel;
import io.milvus.shaded.io.grpc.Metadata;
import io.milvus.shaded.io.grpc.MethodDescriptor;
import io.milvus.shaded.io.grpc.Server;
import io.milvus.shaded.io.grpc.ServerCall;
import io.milvus.shaded.io.grpc.ServerCallHandler;
import io.milvus.shaded.io.grpc.ServerMethodDefinition;
import io.milvus.shaded.io.grpc.Status;
import io.milvus.shaded.io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.milvus.shaded.io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A TLS endpoint that asks for a password and passes unary gRPC calls on, whatever they are. */
public final class TestGateway implements AutoCloseable {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final ManagedChannel upstream;
  private final Server server;
  private final String authorization;

  /**
   * Listens on a free loopback port.
   *
   * @param password of the user {@code root}
   */
  public TestGateway(int upstreamPort, TestAuthority.Issued certificate, String password)
      throws IOException {
    authorization =
        Base64.getEncoder().encodeToString(("root:" + password).getBytes(StandardCharsets.UTF_8));
    upstream = NettyChannelBuilder.forAddress("127.0.0.1", upstreamPort).usePlaintext().build();
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .useTransportSecurity(certificate.certificate().toFile(), certificate.key().toFile())
            .permitKeepAliveWithoutCalls(true)
            .permitKeepAliveTime(1, TimeUnit.SECONDS)
            .maxInboundMessageSize(Integer.MAX_VALUE)
            .fallbackHandlerRegistry(new PassOn())
            .build()
            .start();
  }

  /** The port that it listens on. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
    upstream.shutdownNow();
  }

  private final class PassOn extends HandlerRegistry {
    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String methodName, String host) {
      MethodDescriptor<byte[], byte[]> method =
          MethodDescriptor.<byte[], byte[]>newBuilder()
              .setType(MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(methodName)
              .setRequestMarshaller(new Bytes())
              .setResponseMarshaller(new Bytes())
              .build();
      return ServerMethodDefinition.create(method, new Handler());
    }
  }

  private final class Handler implements ServerCallHandler<byte[], byte[]> {
    @Override
    public ServerCall.Listener<byte[]> startCall(
        ServerCall<byte[], byte[]> call, Metadata headers) {
      if (!authorization.equals(headers.get(AUTHORIZATION))) {
        call.close(Status.UNAUTHENTICATED.withDescription("auth check failure"), new Metadata());
        return new ServerCall.Listener<>() {};
      }
      ClientCall<byte[], byte[]> next =
          upstream.newCall(call.getMethodDescriptor(), CallOptions.DEFAULT);
      next.start(new Answer(call), headers);
      next.request(2);
      call.request(2);
      return new ServerCall.Listener<>() {
        @Override
        public void onMessage(byte[] message) {
          next.sendMessage(message);
        }

        @Override
        public void onHalfClose() {
          next.halfClose();
        }

        @Override
        public void onCancel() {
          next.cancel("the caller hung up", null);
        }
      };
    }
  }

  private static final class Answer extends ClientCall.Listener<byte[]> {
    private final ServerCall<byte[], byte[]> call;

    Answer(ServerCall<byte[], byte[]> call) {
      this.call = call;
    }

    @Override
    public void onHeaders(Metadata headers) {
      call.sendHeaders(headers);
    }

    @Override
    public void onMessage(byte[] message) {
      call.sendMessage(message);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      // A status with a cause was made on this side of the upstream connection: that broke.
      call.close(
          status.getCause() == null
              ? status
              : Status.UNAVAILABLE.withDescription("the server behind the gateway is gone"),
          trailers);
    }
  }

  private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
    @Override
    public InputStream stream(byte[] value) {
      return new ByteArrayInputStream(value);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
