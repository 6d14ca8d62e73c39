package dev.slipway.local.gateway;

import io.grpc.stub.StreamObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** Keeps the answers of a call, and how it ended. */
record Collecting(BlockingQueue<byte[]> answers, CompletableFuture<Void> ended)
    implements StreamObserver<byte[]> {
  @Override
  public void onNext(byte[] message) {
    answers.add(message);
  }

  @Override
  public void onError(Throwable cause) {
    ended.completeExceptionally(cause);
  }

  @Override
  public void onCompleted() {
    ended.complete(null);
  }
}
