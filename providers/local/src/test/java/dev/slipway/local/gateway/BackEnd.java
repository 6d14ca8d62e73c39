package dev.slipway.local.gateway;

import io.grpc.BindableService;
import io.grpc.Context;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A real gRPC server over plaintext HTTP/2 whose messages are bytes. */
final class BackEnd implements AutoCloseable, BindableService {
  static final Metadata.Key<String> SEEN =
      Metadata.Key.of("seen-authorization", Metadata.ASCII_STRING_MARSHALLER);
  static final Metadata.Key<String> TRAILER =
      Metadata.Key.of("test-trailer", Metadata.ASCII_STRING_MARSHALLER);
  static final Metadata.Key<byte[]> BINARY_TRAILER =
      Metadata.Key.of("test-trailer-bin", Metadata.BINARY_BYTE_MARSHALLER);

  static final MethodDescriptor<byte[], byte[]> ECHO = method("Echo", MethodType.UNARY);
  static final MethodDescriptor<byte[], byte[]> FAIL = method("Fail", MethodType.UNARY);
  static final MethodDescriptor<byte[], byte[]> HANG = method("Hang", MethodType.UNARY);
  static final MethodDescriptor<byte[], byte[]> MANY = method("Many", MethodType.SERVER_STREAMING);
  static final MethodDescriptor<byte[], byte[]> FLOOD =
      method("Flood", MethodType.SERVER_STREAMING);
  static final MethodDescriptor<byte[], byte[]> CHAT = method("Chat", MethodType.BIDI_STREAMING);
  static final MethodDescriptor<byte[], byte[]> REFUSE =
      method("Refuse", MethodType.CLIENT_STREAMING);

  private static final int MAX_MESSAGE_BYTES = 128 << 20;

  final CountDownLatch hanging = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);
  final AtomicInteger flooded = new AtomicInteger();
  private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
  private final Server server;

  BackEnd(int port) throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .addService(ServerInterceptors.intercept(this, new Trailers()))
            .build()
            .start();
  }

  int port() {
    return server.getPort();
  }

  /** How many calls have arrived. */
  int calls() {
    return calls.size();
  }

  @Override
  public void close() {
    try {
      server.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ServerServiceDefinition.builder("test.Bytes")
        .addMethod(ECHO, ServerCalls.asyncUnaryCall(BackEnd::echo))
        .addMethod(FAIL, ServerCalls.asyncUnaryCall((_, to) -> to.onError(failure())))
        .addMethod(HANG, ServerCalls.asyncUnaryCall((_, to) -> hang(to)))
        .addMethod(MANY, ServerCalls.asyncServerStreamingCall(BackEnd::many))
        .addMethod(FLOOD, ServerCalls.asyncServerStreamingCall((_, to) -> flood(to)))
        .addMethod(CHAT, ServerCalls.asyncBidiStreamingCall(BackEnd::chat))
        .addMethod(REFUSE, ServerCalls.asyncClientStreamingCall(BackEnd::refuse))
        .build();
  }

  private static void echo(byte[] message, StreamObserver<byte[]> to) {
    to.onNext(message);
    to.onCompleted();
  }

  static RuntimeException failure() {
    return Status.INVALID_ARGUMENT
        .withDescription("no such field: größe (100% sure)")
        .asRuntimeException();
  }

  private void hang(StreamObserver<byte[]> to) {
    ((ServerCallStreamObserver<byte[]>) to).setOnCancelHandler(cancelled::countDown);
    hanging.countDown();
  }

  private static void many(byte[] count, StreamObserver<byte[]> to) {
    for (int i = 0; i < ByteBuffer.wrap(count).getInt(); i++) {
      to.onNext(ByteBuffer.allocate(4).putInt(i).array());
    }
    to.onCompleted();
  }

  /** Sends megabytes for as long as the other side takes them. */
  private void flood(StreamObserver<byte[]> to) {
    ServerCallStreamObserver<byte[]> call = (ServerCallStreamObserver<byte[]>) to;
    call.setOnCancelHandler(cancelled::countDown);
    call.setOnReadyHandler(
        () -> {
          while (call.isReady() && !Context.current().isCancelled()) {
            call.onNext(new byte[1 << 20]);
            flooded.incrementAndGet();
          }
        });
  }

  private static StreamObserver<byte[]> chat(StreamObserver<byte[]> to) {
    return new StreamObserver<>() {
      @Override
      public void onNext(byte[] message) {
        to.onNext(message);
      }

      @Override
      public void onError(Throwable cause) {}

      @Override
      public void onCompleted() {
        to.onCompleted();
      }
    };
  }

  private static StreamObserver<byte[]> refuse(StreamObserver<byte[]> to) {
    to.onError(Status.RESOURCE_EXHAUSTED.withDescription("quota").asRuntimeException());
    return new StreamObserver<>() {
      @Override
      public void onNext(byte[] message) {}

      @Override
      public void onError(Throwable cause) {}

      @Override
      public void onCompleted() {}
    };
  }

  private static MethodDescriptor<byte[], byte[]> method(String name, MethodType type) {
    return MethodDescriptor.<byte[], byte[]>newBuilder()
        .setFullMethodName(MethodDescriptor.generateFullMethodName("test.Bytes", name))
        .setType(type)
        .setRequestMarshaller(new BytesMarshaller())
        .setResponseMarshaller(new BytesMarshaller())
        .build();
  }

  private final class Trailers implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      calls.add(call.getMethodDescriptor().getFullMethodName());
      return next.startCall(
          new SimpleForwardingServerCall<>(call) {
            @Override
            public void sendHeaders(Metadata answer) {
              boolean seen =
                  headers.containsKey(
                      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER));
              answer.put(SEEN, Boolean.toString(seen));
              super.sendHeaders(answer);
            }

            @Override
            public void close(Status status, Metadata trailers) {
              trailers.put(TRAILER, "one");
              trailers.put(TRAILER, "two");
              trailers.put(BINARY_TRAILER, new byte[] {0, 1, (byte) 0xff});
              super.close(status, trailers);
            }
          },
          headers);
    }
  }
}
