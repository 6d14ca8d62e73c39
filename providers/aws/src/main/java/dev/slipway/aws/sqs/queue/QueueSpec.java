package dev.slipway.aws.sqs.queue;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A queue. Attributes: {@code arn}, {@code name}, {@code url}.
 *
 * @param name unique in the account and region; up to 80 letters, digits, dashes and underscores
 * @param visibilityTimeout how long a message that was received is hidden from others; whole
 *     seconds, up to 12 hours
 * @param retention how long a message is kept; whole seconds, one minute to 14 days
 * @param redrive where messages go that can't be worked on
 * @param tags further tags
 */
public record QueueSpec(
    String name,
    Duration visibilityTimeout,
    Duration retention,
    Optional<Redrive> redrive,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.sqs-queue";

  public QueueSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(visibilityTimeout, "visibilityTimeout");
    Objects.requireNonNull(retention, "retention");
    Objects.requireNonNull(redrive, "redrive");
    tags = Map.copyOf(tags);
  }

  /**
   * Where messages go that can't be worked on.
   *
   * @param deadLetterQueue the other queue's ARN
   * @param maxReceives how often a message is received before it goes there, 1 to 1,000
   */
  public record Redrive(Value<String> deadLetterQueue, int maxReceives) {
    public Redrive {
      Objects.requireNonNull(deadLetterQueue, "deadLetterQueue");
    }
  }
}
