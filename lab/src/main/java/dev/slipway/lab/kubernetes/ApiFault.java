package dev.slipway.lab.kubernetes;

import java.time.Duration;
import java.util.Optional;

/** What happens to a request on its way through a {@link FaultProxy}. */
public sealed interface ApiFault {
  /** It goes to the API server, and the answer back. */
  ApiFault NONE = new Pass();

  /** The connection is closed, and the API server never sees the request. */
  ApiFault LOST = new Lost();

  /** The API server does what is asked, and the connection is closed before it answers. */
  ApiFault UNANSWERED = new Unanswered();

  /**
   * The API server does what is asked, and the connection is closed in the middle of the answer.
   */
  ApiFault CUT = new Cut();

  /** See {@link #NONE}. */
  record Pass() implements ApiFault {}

  /** See {@link #LOST}. */
  record Lost() implements ApiFault {}

  /** See {@link #UNANSWERED}. */
  record Unanswered() implements ApiFault {}

  /** See {@link #CUT}. */
  record Cut() implements ApiFault {}

  /** The request is held up, and then goes on as usual. */
  record Delayed(Duration time) implements ApiFault {}

  /**
   * The API server never sees the request, and this is the answer.
   *
   * @param status of HTTP
   * @param reason as in a Kubernetes status, such as {@code TooManyRequests}
   * @param retryAfter how long the client is told to wait, in whole seconds
   */
  record Refused(int status, String reason, Optional<Duration> retryAfter) implements ApiFault {}

  /** The server has too much to do; asks the client to come again after a time. */
  static ApiFault tooManyRequests(Duration retryAfter) {
    return new Refused(429, "TooManyRequests", Optional.of(retryAfter));
  }

  /** The server is broken. */
  static ApiFault internalError() {
    return new Refused(500, "InternalError", Optional.empty());
  }
}
