package dev.slipway.local.gateway;

import static dev.slipway.local.gateway.RunningGateway.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls of every kind pass the gateway as if it weren't there. */
final class GatewayStreamingTest {
  private static final int DEADLINE_S = 60;

  @TempDir Path folder;
  private BackEnd backEnd;
  private RunningGateway running;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws Exception {
    backEnd = new BackEnd(0);
    running = new RunningGateway(folder, backEnd.port());
    channel = running.channel();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    running.close();
    backEnd.close();
  }

  @Test
  void unaryCallComesBackWithItsTrailers() {
    AtomicReference<Metadata> headers = new AtomicReference<>();
    AtomicReference<Metadata> trailers = new AtomicReference<>();
    ManagedChannel plain = channel;
    var captured =
        io.grpc.ClientInterceptors.intercept(
            plain, MetadataUtils.newCaptureMetadataInterceptor(headers, trailers));

    byte[] answer =
        ClientCalls.blockingUnaryCall(
            captured, BackEnd.ECHO, within(DEADLINE_S), "hello".getBytes(StandardCharsets.UTF_8));

    assertThat(answer).asString().isEqualTo("hello");
    assertThat(trailers.get().getAll(BackEnd.TRAILER)).containsExactly("one", "two");
    assertThat(trailers.get().get(BackEnd.BINARY_TRAILER)).containsExactly(0, 1, 0xff);
    assertThat(headers.get().get(BackEnd.SEEN))
        .as("whether the back end sees the credentials")
        .isEqualTo("false");
  }

  @Test
  void emptyMessageIsNotAnError() {
    assertThat(unary(new byte[0])).isEmpty();
  }

  @Test
  void errorKeepsItsCodeItsMessageAndItsTrailers() {
    StatusRuntimeException error =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                ClientCalls.blockingUnaryCall(
                    channel, BackEnd.FAIL, within(DEADLINE_S), new byte[0]));

    assertThat(error.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(error.getStatus().getDescription()).isEqualTo("no such field: größe (100% sure)");
    assertThat(error.getTrailers().getAll(BackEnd.TRAILER)).containsExactly("one", "two");
  }

  @Test
  void messageOf64MebibytesPassesBothWays() {
    byte[] message = new byte[64 << 20];
    new Random(1).nextBytes(message);

    assertThat(unary(message)).isEqualTo(message);
  }

  @Test
  void serverStreamKeepsItsOrder() {
    byte[] count = ByteBuffer.allocate(4).putInt(20_000).array();
    Iterator<byte[]> answers =
        ClientCalls.blockingServerStreamingCall(channel, BackEnd.MANY, within(DEADLINE_S), count);

    int next = 0;
    while (answers.hasNext()) {
      assertThat(ByteBuffer.wrap(answers.next()).getInt()).isEqualTo(next++);
    }
    assertThat(next).isEqualTo(20_000);
  }

  @Test
  void conversationGoesBackAndForth() throws Exception {
    BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    StreamObserver<byte[]> to =
        ClientCalls.asyncBidiStreamingCall(
            channel.newCall(BackEnd.CHAT, within(DEADLINE_S)), new Collecting(answers, ended));

    for (int i = 0; i < 100; i++) {
      to.onNext(("message " + i).getBytes(StandardCharsets.UTF_8));
      assertThat(answers.poll(20, TimeUnit.SECONDS)).asString().isEqualTo("message " + i);
    }
    to.onCompleted();
    ended.get(20, TimeUnit.SECONDS);
  }

  @Test
  void manyCallsRunAtTheSameTimeOnOneConnection() {
    List<CompletableFuture<byte[]>> answers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      byte[] message = new byte[10_000 + i];
      CompletableFuture<byte[]> answer = new CompletableFuture<>();
      ClientCalls.asyncUnaryCall(
          channel.newCall(BackEnd.ECHO, within(DEADLINE_S)), message, single(answer));
      answers.add(answer);
    }

    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).join()).hasSize(10_000 + i);
    }
  }

  @Test
  void cancelledCallIsCancelledAtTheBackEnd() throws Exception {
    ClientCall<byte[], byte[]> call = channel.newCall(BackEnd.HANG, within(DEADLINE_S));
    ClientCalls.asyncUnaryCall(call, new byte[0], single(new CompletableFuture<>()));
    assertThat(backEnd.hanging.await(20, TimeUnit.SECONDS)).isTrue();

    call.cancel("enough", null);

    assertThat(backEnd.cancelled.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void deadlineEndsTheCallAtTheBackEnd() throws Exception {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    ClientCall<byte[], byte[]> call = channel.newCall(BackEnd.HANG, within(3));
    ClientCalls.asyncUnaryCall(call, new byte[0], single(answer));
    assertThat(backEnd.hanging.await(20, TimeUnit.SECONDS)).isTrue();

    assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
        .hasMessageContaining("DEADLINE_EXCEEDED");

    assertThat(backEnd.cancelled.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void readerThatDoesNotReadStopsTheSender() throws Exception {
    ClientCall<byte[], byte[]> call = channel.newCall(BackEnd.FLOOD, within(DEADLINE_S));
    CountDownLatch first = new CountDownLatch(1);
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onMessage(byte[] message) {
            first.countDown();
          }
        },
        new Metadata());
    call.request(1);
    call.sendMessage(new byte[0]);
    call.halfClose();
    assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();

    // Other calls on the same connection still pass, and only some megabytes are on their way.
    for (int i = 0; i < 50; i++) {
      assertThat(unary(new byte[100_000])).hasSize(100_000);
    }
    assertThat(backEnd.flooded.get()).isLessThan(16);
    call.cancel("enough", null);
    assertThat(backEnd.cancelled.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void refusalBeforeTheRequestHasEndedReachesTheClient() throws Exception {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    StreamObserver<byte[]> to =
        ClientCalls.asyncClientStreamingCall(
            channel.newCall(BackEnd.REFUSE, within(DEADLINE_S)),
            new Collecting(new LinkedBlockingQueue<>(), ended));
    for (int i = 0; i < 20 && !ended.isDone(); i++) {
      to.onNext(new byte[1 << 20]);
    }

    assertThatThrownBy(() -> ended.get(20, TimeUnit.SECONDS))
        .hasMessageContaining("RESOURCE_EXHAUSTED: quota");
    assertThat(unary(new byte[3])).hasSize(3);
  }

  private byte[] unary(byte[] message) {
    return ClientCalls.blockingUnaryCall(channel, BackEnd.ECHO, within(DEADLINE_S), message);
  }

  private static StreamObserver<byte[]> single(CompletableFuture<byte[]> answer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(byte[] message) {
        answer.complete(message);
      }

      @Override
      public void onError(Throwable cause) {
        answer.completeExceptionally(cause);
      }

      @Override
      public void onCompleted() {}
    };
  }
}
