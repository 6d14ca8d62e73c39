package dev.slipway.aws.logs.group;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.ServiceProxy;
import dev.slipway.aws.mark.Tags;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

@ExtendWith(AwsLab.class)
class LogGroupHandlerTest {
  private static final ResourceId GROUP = new ResourceId(LogGroupSpec.TYPE, "host");

  @Test
  void isMadeWithItsRetentionAndNothingIsToChangeAfterwards(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      assertThat(stack.up(group(stack, Optional.of(30)))).isClean();

      assertThat(found(stack).getFirst().retentionInDays()).isEqualTo(30);
      assertThat(
              logs(stack)
                  .listTagsForResource(
                      request ->
                          request.resourceArn(stack.attributes(GROUP).text("arn").orElseThrow()))
                  .tags())
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.log-group/host")
          .containsEntry("team", "search");
      assertThat(stack.plan(group(stack, Optional.of(30)))).changesNothing();

      assertThat(stack.down()).isClean();
      assertThat(found(stack)).isEmpty();
    }
  }

  @Test
  void retentionIsChangedInPlaceAndSetRightAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(group(stack, Optional.of(30)));
      assertThat(stack.up(group(stack, Optional.empty()))).isClean();
      assertThat(found(stack).getFirst().retentionInDays()).isNull();
      logs(stack)
          .putRetentionPolicy(request -> request.logGroupName(name(stack)).retentionInDays(7));

      assertThat(stack.plan(group(stack, Optional.empty())))
          .updates("aws.log-group/host")
          .changing("retentionDays");
      assertThat(stack.up(group(stack, Optional.empty()))).isClean();
      assertThat(stack.plan(group(stack, Optional.empty()))).changesNothing();
      stack.down();
    }
  }

  @Test
  void anotherNameReplacesIt(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(group(stack, Optional.empty()));
      Resource<LogGroupSpec> other =
          Resource.of(GROUP, new LogGroupSpec(name(stack) + "-2", Optional.empty(), Map.of()));

      assertThat(stack.plan(other)).replaces("aws.log-group/host");
      assertThat(stack.up(other)).isClean();

      assertThat(found(stack))
          .singleElement()
          .satisfies(group -> assertThat(group.logGroupName()).isEqualTo(name(stack) + "-2"));
      stack.down();
    }
  }

  /** The other one's name begins with its own. */
  @Test
  void oneThatIsGoneIsMadeAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(group(stack, Optional.of(7)));
      logs(stack).deleteLogGroup(request -> request.logGroupName(name(stack)));
      logs(stack).createLogGroup(request -> request.logGroupName(name(stack) + "-2"));

      assertThat(stack.plan(group(stack, Optional.of(7)))).creates("aws.log-group/host");
      assertThat(stack.up(group(stack, Optional.of(7)))).isClean();
      assertThat(stack.plan(group(stack, Optional.of(7)))).changesNothing();
      logs(stack).deleteLogGroup(request -> request.logGroupName(name(stack) + "-2"));
      stack.down();
    }
  }

  @Test
  void oneThatSomebodyElseMadeIsRefused(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      logs(stack).createLogGroup(request -> request.logGroupName(name(stack)));

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(group(stack, Optional.empty())))
          .satisfies(refused -> assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN"));
      logs(stack).deleteLogGroup(request -> request.logGroupName(name(stack)));
    }
  }

  @Test
  void manyAreReadTogether(Moto moto) throws IOException {
    try (ServiceProxy proxy = new ServiceProxy(moto.endpoint(), _ -> Optional.empty());
        AwsStack stack = new AwsStack(proxy.endpoint())) {
      Resource<?>[] groups =
          IntStream.range(0, 120)
              .mapToObj(
                  i ->
                      Resource.of(
                          new ResourceId(LogGroupSpec.TYPE, "g" + i),
                          new LogGroupSpec(
                              "/" + stack.owner() + "/" + i, Optional.empty(), Map.of())))
              .toArray(Resource<?>[]::new);
      assertThat(stack.up(groups)).isClean();
      logs(stack)
          .tagResource(
              request ->
                  request
                      .resourceArn(
                          stack
                              .attributes(new ResourceId(LogGroupSpec.TYPE, "g7"))
                              .text("arn")
                              .orElseThrow())
                      .tags(Map.of("theirs", "1")));
      proxy.takeRequests();

      assertThat(stack.plan(groups)).changesNothing();

      List<String> requests = proxy.takeRequests();
      assertThat(requests)
          .filteredOn(request -> request.endsWith("Logs_20140328.DescribeLogGroups"))
          .hasSize(3);
      assertThat(requests)
          .filteredOn(request -> !request.endsWith("Logs_20140328.DescribeLogGroups"))
          .allMatch(request -> request.endsWith("ResourceGroupsTaggingAPI_20170126.GetResources"))
          .hasSizeLessThan(8);
      assertThat(stack.down()).isClean();
    }
  }

  private static Resource<LogGroupSpec> group(AwsStack stack, Optional<Integer> retentionDays) {
    return Resource.of(
        GROUP, new LogGroupSpec(name(stack), retentionDays, Map.of("team", "search")));
  }

  private static String name(AwsStack stack) {
    return "/" + stack.owner() + "/host";
  }

  private static List<LogGroup> found(AwsStack stack) {
    return logs(stack)
        .describeLogGroups(request -> request.logGroupNamePrefix(name(stack)))
        .logGroups();
  }

  private static CloudWatchLogsClient logs(AwsStack stack) {
    return stack.clients().logs();
  }
}
