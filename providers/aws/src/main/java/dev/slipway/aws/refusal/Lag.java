package dev.slipway.aws.refusal;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Refusals that pass since they come from a change that hasn't reached every part of AWS: IAM, for
 * example, lets other services know a role some seconds after it was made.
 *
 * @param codes the service's codes for it
 * @param part what its message holds besides, since the codes stand for much else
 * @param pause before it makes sense to ask again
 */
record Lag(List<String> codes, String part, Duration pause) {
  private static final Duration SPREADING = Duration.ofSeconds(10);

  /** A queue's name is free a minute after the queue was deleted. */
  private static final Duration QUEUE_NAME = Duration.ofSeconds(20);

  private static final List<Lag> ALL =
      List.of(
          spreading("cannot be assumed", "InvalidParameterException", "InvalidParameterValue"),
          spreading("not authorized to", "InvalidParameterException", "InvalidParameterValue"),
          spreading("trust relationship", "InvalidParameterException", "InvalidRequestException"),
          spreading("cannot be found", "InvalidParameterException"),
          spreading("IAM Instance Profile", "InvalidParameterValue"),
          spreading("Invalid principal", "MalformedPolicyDocument", "MalformedPolicy"),
          spreading("scheduled for deletion", "InvalidRequestException"),
          new Lag(
              List.of("QueueDeletedRecently", "AWS.SimpleQueueService.QueueDeletedRecently"),
              "",
              QUEUE_NAME));

  private static Lag spreading(String part, String... codes) {
    return new Lag(List.of(codes), part, SPREADING);
  }

  /** The refusal, if it is such a one. */
  static Optional<ProviderException> of(String code, String attempted, String said) {
    return ALL.stream()
        .filter(lag -> lag.codes().contains(code) && said.contains(lag.part()))
        .findFirst()
        .map(lag -> passing(attempted, said, Optional.of(lag.pause())));
  }

  static ProviderException passing(String attempted, String said, Optional<Duration> pause) {
    return new ProviderException(
        Diagnostic.environment(
            "AWS-NOT-YET",
            "AWS has not taken in a change yet",
            "%s was refused: %s.".formatted(attempted, said),
            "What was just made or removed is known everywhere after some seconds, and Slipway asks"
                + " again for a while. If it stays, see whether what the message names is there and"
                + " as it should be, then run the same command again; it goes on from where it"
                + " stopped."),
        ProviderException.Retry.BACKOFF,
        pause);
  }
}
