package dev.slipway.lab.aws;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/** What happens to a request on its way through an {@link AwsFront}. */
public sealed interface AwsFault {
  /** It is answered. */
  AwsFault NONE = new Pass();

  /** The connection is closed, and nobody does what was asked. */
  AwsFault LOST = new Lost();

  /** What is asked is done, and the connection is closed before the answer. */
  AwsFault UNANSWERED = new Unanswered();

  /** Too many requests; nothing is done. */
  AwsFault THROTTLED = new Usual(Trouble.THROTTLED);

  /** The service is broken; nothing is done. */
  AwsFault BROKEN = new Usual(Trouble.BROKEN);

  /** Whoever asks isn't allowed to. */
  AwsFault DENIED = new Usual(Trouble.DENIED);

  /** The session of whoever asks is over. */
  AwsFault EXPIRED = new Usual(Trouble.EXPIRED);

  /** See {@link #NONE}. */
  record Pass() implements AwsFault {}

  /** See {@link #LOST}. */
  record Lost() implements AwsFault {}

  /** See {@link #UNANSWERED}. */
  record Unanswered() implements AwsFault {}

  /** A refusal that every service knows, in the service's own words. */
  record Usual(Trouble trouble) implements AwsFault {}

  /**
   * Nothing is done, and this is the answer, in the form of the service's protocol.
   *
   * @param status of HTTP
   * @param code of the service's own, for example {@code AddressLimitExceeded}
   */
  record Refused(int status, String code, String message) implements AwsFault {}

  /** A refusal that every service knows. */
  enum Trouble {
    THROTTLED,
    BROKEN,
    DENIED,
    EXPIRED
  }

  /** A quota that is used up. */
  static AwsFault quota(String code, String message) {
    return new Refused(400, code, message);
  }

  /**
   * A fault that meets a share of the requests, drawn by the requests' numbers: requests that come
   * in the same order are met again with the same seed.
   *
   * @param share from 0 to 1
   */
  static Function<AwsRequest, AwsFault> share(
      double share, long seed, Predicate<AwsRequest> which, AwsFault what) {
    return request ->
        which.test(request)
                && new SplittableRandom(seed * 1_000_003 + request.number()).nextDouble() < share
            ? what
            : NONE;
  }
}
