package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.shaded.io.grpc.Status;
import io.milvus.shaded.io.grpc.StatusRuntimeException;
import java.util.Optional;

/** What the client throws, told so that its reader can act on it. */
final class Refusal {
  private Refusal() {}

  /** A call on an open connection that got no answer, or a refusal for one. */
  static CheckFailure of(String doing, RuntimeException thrown) {
    return status(thrown)
        .map(status -> of(doing, status, thrown))
        .orElseGet(
            () ->
                new CheckFailure(
                    "Milvus refused to %s: %s".formatted(doing, sentence(thrown.getMessage())),
                    "Look at the log of Milvus for the reason.",
                    thrown));
  }

  /** A connection that couldn't be made. */
  static CheckFailure connecting(Address address, RuntimeException thrown) {
    Optional<Status> status = status(thrown);
    if (status.isPresent() && status.get().getCode() == Status.Code.UNAUTHENTICATED) {
      return new CheckFailure(
          "%s refused the user '%s' with the stack's password: %s"
              .formatted(address.uri(), address.user(), description(status.get())),
          "The endpoint runs with another password than the stack's secret store holds. On this"
              + " machine `slipway up` brings the two together. A Milvus in a cluster keeps the"
              + " password that its data began with: change it, with a client's update_password, to"
              + " the one that `slipway outputs --get milvus.password` tells.",
          thrown);
    }
    return Reachability.tlsFailure(address)
        .orElseGet(() -> of("connect to " + address.uri(), thrown));
  }

  /** Whether the client waited in vain, which doesn't tell for what. */
  static boolean isTimeout(RuntimeException thrown) {
    return status(thrown)
        .filter(status -> status.getCode() == Status.Code.DEADLINE_EXCEEDED)
        .isPresent();
  }

  private static CheckFailure of(String doing, Status status, RuntimeException thrown) {
    return switch (status.getCode()) {
      case DEADLINE_EXCEEDED ->
          new CheckFailure(
              "Milvus gave no answer in time when asked to %s: %s"
                  .formatted(doing, description(status)),
              "Look at `slipway status` and the log of Milvus: it may be busy, stuck or"
                  + " restarting.",
              thrown);
      case UNAVAILABLE ->
          new CheckFailure(
              "Milvus couldn't be reached to %s: %s".formatted(doing, description(status)),
              "Look at `slipway status`: Milvus or the gateway before it may have died or be"
                  + " restarting.",
              thrown);
      case UNAUTHENTICATED, PERMISSION_DENIED ->
          new CheckFailure(
              "The endpoint refused the stack's user to %s: %s"
                  .formatted(doing, description(status)),
              "Run `slipway up`, which gives the endpoint the stack's password again.",
              thrown);
      case CANCELLED ->
          new CheckFailure(
              "The proof was interrupted when it asked Milvus to %s.".formatted(doing),
              "Run `slipway verify`.",
              thrown);
      case UNIMPLEMENTED ->
          new CheckFailure(
              "This version of Milvus can't %s: %s".formatted(doing, description(status)),
              "Use a version of Milvus that can.",
              thrown);
      default ->
          new CheckFailure(
              "Milvus failed to %s with %s: %s"
                  .formatted(doing, status.getCode(), description(status)),
              "Look at the log of Milvus for the reason.",
              thrown);
    };
  }

  private static Optional<Status> status(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof StatusRuntimeException rpc) {
        return Optional.of(rpc.getStatus());
      }
    }
    return Optional.empty();
  }

  private static String description(Status status) {
    return sentence(
        Optional.ofNullable(status.getDescription()).orElseGet(() -> status.getCode().name()));
  }

  private static String sentence(String text) {
    String trimmed = text == null || text.isBlank() ? "no reason given" : text.strip();
    return trimmed.endsWith(".") ? trimmed : trimmed + ".";
  }
}
