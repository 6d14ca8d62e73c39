package dev.slipway.aws.sqs.queue;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.plan.Plan;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

@ExtendWith(AwsLab.class)
class QueueHandlerTest {
  private static final ResourceId QUEUE = new ResourceId(QueueSpec.TYPE, "frames");
  private static final ResourceId DEAD = new ResourceId(QueueSpec.TYPE, "dead");
  private static final Optional<QueueSpec.Redrive> REDRIVE =
      Optional.of(new QueueSpec.Redrive(Value.ref(DEAD, "arn"), 5));

  @Test
  void isMadeWithItsDeadLetterQueueAndNothingIsToChangeAfterwards(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.plan(dead(stack), queue(stack, 30, REDRIVE)))
          .creates("aws.sqs-queue/dead")
          .before("aws.sqs-queue/frames");
      assertThat(stack.up(dead(stack), queue(stack, 30, REDRIVE))).isClean();

      String url = url(stack);
      assertThat(sqs(stack).listQueueTags(request -> request.queueUrl(url)).tags())
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.sqs-queue/frames")
          .containsEntry("team", "search");
      assertThat(attributes(stack))
          .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "30")
          .containsEntry(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "3600");
      assertThat(attributes(stack).get(QueueAttributeName.REDRIVE_POLICY))
          .contains(stack.attributes(DEAD).text("arn").orElseThrow());
      assertThat(stack.plan(dead(stack), queue(stack, 30, REDRIVE))).changesNothing();

      assertThat(stack.down()).isClean();
      assertThatExceptionOfType(SqsException.class)
          .isThrownBy(() -> sqs(stack).getQueueUrl(request -> request.queueName(name(stack))));
    }
  }

  @Test
  void isChangedInPlaceAndSetRightAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(dead(stack), queue(stack, 30, Optional.empty()));
      assertThat(stack.plan(dead(stack), queue(stack, 60, REDRIVE)))
          .updates("aws.sqs-queue/frames")
          .changing("visibilityTimeout", "redrive");
      assertThat(stack.up(dead(stack), queue(stack, 60, REDRIVE))).isClean();
      sqs(stack)
          .setQueueAttributes(
              request ->
                  request
                      .queueUrl(url(stack))
                      .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1")));

      Plan plan = stack.plan(dead(stack), queue(stack, 60, REDRIVE));
      assertThat(plan).updates("aws.sqs-queue/frames").changing("visibilityTimeout");
      assertThat(stack.up(dead(stack), queue(stack, 60, REDRIVE))).isClean();
      assertThat(stack.plan(dead(stack), queue(stack, 60, REDRIVE))).changesNothing();
      stack.down();
    }
  }

  @Test
  void oneThatSomebodyElseMadeIsRefused(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String url = sqs(stack).createQueue(request -> request.queueName(name(stack))).queueUrl();

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(queue(stack, 30, Optional.empty())))
          .satisfies(refused -> assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN"));
      sqs(stack).deleteQueue(request -> request.queueUrl(url));
    }
  }

  /** SQS says nothing when a queue is made that is there with the same settings. */
  @Test
  void oneThatIsMadeMeanwhileIsNotTakenOver(Moto moto) {
    try (AwsStack other = new AwsStack(moto);
        AwsStack stack = new AwsStack(moto)) {
      Resource<QueueSpec> theirs = queue(other, 30, Optional.empty());
      other.up(theirs);

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(
              () -> new QueueHandler(stack.clients()).create(QUEUE, theirs.spec(), stack.call()))
          .satisfies(
              refused -> {
                assertThat(refused.first().code()).isEqualTo("AWS-NAME-TAKEN");
                assertThat(refused.first().detail()).contains(theirs.spec().name());
              });
      other.down();
    }
  }

  private static Resource<QueueSpec> dead(AwsStack stack) {
    return Resource.of(
        DEAD,
        new QueueSpec(
            stack.owner() + "-dead",
            Duration.ofSeconds(30),
            Duration.ofDays(14),
            Optional.empty(),
            Map.of()));
  }

  private static Resource<QueueSpec> queue(
      AwsStack stack, int visibilitySeconds, Optional<QueueSpec.Redrive> redrive) {
    return Resource.of(
        QUEUE,
        new QueueSpec(
            name(stack),
            Duration.ofSeconds(visibilitySeconds),
            Duration.ofHours(1),
            redrive,
            Map.of("team", "search")));
  }

  private static String name(AwsStack stack) {
    return stack.owner() + "-frames";
  }

  private static String url(AwsStack stack) {
    return stack.attributes(QUEUE).text("url").orElseThrow();
  }

  private static Map<QueueAttributeName, String> attributes(AwsStack stack) {
    return sqs(stack)
        .getQueueAttributes(
            request -> request.queueUrl(url(stack)).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }

  private static SqsClient sqs(AwsStack stack) {
    return stack.clients().sqs();
  }
}
