package dev.slipway.aws.sqs.queue;

import dev.slipway.engine.resource.Value;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A queue's settings as SQS writes them: texts by name. */
final class QueueAttributes {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private QueueAttributes() {}

  static Map<QueueAttributeName, String> of(QueueSpec spec) {
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(spec.visibilityTimeout().toSeconds()));
    attributes.put(
        QueueAttributeName.MESSAGE_RETENTION_PERIOD, Long.toString(spec.retention().toSeconds()));
    spec.redrive()
        .ifPresent(redrive -> attributes.put(QueueAttributeName.REDRIVE_POLICY, write(redrive)));
    return attributes;
  }

  static Duration seconds(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Duration.ofSeconds(Long.parseLong(attributes.getOrDefault(name, "0")));
  }

  static Optional<QueueSpec.Redrive> redrive(Map<QueueAttributeName, String> attributes) {
    return Optional.ofNullable(attributes.get(QueueAttributeName.REDRIVE_POLICY))
        .filter(text -> !text.isBlank())
        .map(JSON::readTree)
        .map(QueueAttributes::redrive);
  }

  /** The number may be written as a text. */
  private static QueueSpec.Redrive redrive(JsonNode policy) {
    return new QueueSpec.Redrive(
        Value.of(policy.path("deadLetterTargetArn").asString("")),
        policy.path("maxReceiveCount").asInt(0));
  }

  private static String write(QueueSpec.Redrive redrive) {
    return JSON.writeValueAsString(
        JSON.createObjectNode()
            .put("deadLetterTargetArn", redrive.deadLetterQueue().get())
            .put("maxReceiveCount", redrive.maxReceives()));
  }
}
