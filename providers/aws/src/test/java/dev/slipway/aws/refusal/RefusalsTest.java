package dev.slipway.aws.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import dev.slipway.engine.provider.ProviderException.Retry;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.eks.model.InvalidParameterException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

class RefusalsTest {
  @ParameterizedTest
  @CsvSource({
    "Throttling, 400, AWS-THROTTLED, THROTTLED",
    "RequestLimitExceeded, 503, AWS-THROTTLED, THROTTLED",
    "ThrottlingException, 400, AWS-THROTTLED, THROTTLED",
    "ExpiredToken, 403, AWS-EXPIRED-CREDENTIALS, NEVER",
    "RequestExpired, 400, AWS-EXPIRED-CREDENTIALS, NEVER",
    "InvalidClientTokenId, 403, AWS-UNKNOWN-CREDENTIALS, NEVER",
    "AuthFailure, 401, AWS-UNKNOWN-CREDENTIALS, NEVER",
    "UnauthorizedOperation, 403, AWS-ACCESS-DENIED, NEVER",
    "AccessDeniedException, 400, AWS-ACCESS-DENIED, NEVER",
    "OptInRequired, 403, AWS-WRONG-REGION, NEVER",
    "AddressLimitExceeded, 400, AWS-QUOTA, NEVER",
    "InstanceQuotaExceededFault, 400, AWS-QUOTA, NEVER",
    "TooManyBuckets, 400, AWS-QUOTA, NEVER",
    "ResourceLimitExceededException, 400, AWS-QUOTA, NEVER",
    "DependencyViolation, 400, AWS-IN-USE, BACKOFF",
    "DeleteConflict, 409, AWS-IN-USE, BACKOFF",
    "InternalError, 500, AWS-FAILED, BACKOFF",
    "ServiceUnavailable, 503, AWS-FAILED, BACKOFF",
    "AWS.SimpleQueueService.QueueDeletedRecently, 400, AWS-NOT-YET, BACKOFF",
    "InvalidParameterValue, 400, AWS-REFUSED, NEVER"
  })
  void tellsWhatAServicesCodeMeans(String code, int status, String expected, Retry retry) {
    ProviderException told = Refusals.of(answer(code, status, "It said no."));

    assertThat(told.first().code()).isEqualTo(expected);
    assertThat(told.retry()).isEqualTo(retry);
    assertThat(told.first().detail()).contains("It said no.", code, "HTTP " + status, "request 7");
    assertThat(told.first().fix()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "InvalidParameterException, Role with arn: x could not be assumed: the role cannot be assumed",
    "InvalidParameterException, The role x is not authorized to perform sts:AssumeRole",
    "InvalidParameterValue, Value (x) for parameter iamInstanceProfile.name is invalid. Invalid IAM"
        + " Instance Profile name",
    "MalformedPolicyDocument, Invalid principal in policy: \"FEDERATED\"",
    "InvalidRequestException, a secret with this name is already scheduled for deletion"
  })
  void whatIsNotKnownEverywhereYetPassesAfterAWhile(String code, String message) {
    ProviderException told = Refusals.of(answer(code, 400, message));

    assertThat(told.first().code()).isEqualTo("AWS-NOT-YET");
    assertThat(told.retry()).isEqualTo(Retry.BACKOFF);
    assertThat(told.retryAfter())
        .hasValueSatisfying(pause -> assertThat(pause).isGreaterThan(Duration.ofSeconds(5)));
  }

  @Test
  void theSameCodeForAnotherReasonStays() {
    AwsServiceException refused =
        InvalidParameterException.builder()
            .statusCode(400)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("InvalidParameterException")
                    .errorMessage("Subnets specified must be in at least two different AZs")
                    .build())
            .build();

    ProviderException told = Refusals.of(refused);

    assertThat(told.first().code()).isEqualTo("AWS-REFUSED");
    assertThat(told.retry()).isEqualTo(Retry.NEVER);
    assertThat(told.first().detail()).contains("two different AZs");
  }

  @Test
  void anAnswerWithoutDetailsIsToldToo() {
    ProviderException told =
        Refusals.of(AwsServiceException.builder().message("nothing more").statusCode(400).build());

    assertThat(told.first().code()).isEqualTo("AWS-REFUSED");
    assertThat(told.first().detail()).contains("nothing more", "no code");
  }

  @Test
  void noAnswerMeansThatAwsIsNotReached() {
    ProviderException told =
        Refusals.of(
            SdkClientException.create("failed", new ConnectException("Connection refused")));

    assertThat(told.first().code()).isEqualTo("AWS-UNREACHABLE");
    assertThat(told.first().detail()).contains("Connection refused");
    assertThat(told.retry()).isEqualTo(Retry.BACKOFF);
  }

  @Test
  void noCredentialsAreToldWithTheWaysToGiveSome() {
    Diagnostic told =
        Refusals.of(
                SdkClientException.create(
                    "Unable to load credentials from any of the providers in the chain"))
            .first();

    assertThat(told.code()).isEqualTo("AWS-NO-CREDENTIALS");
    assertThat(told.fix()).contains("aws sso login", "AWS_PROFILE");
  }

  @Test
  void anyOtherFailureOfACallIsTold() {
    ProviderException told = Refusals.of(SdkClientException.create("Unable to marshall request"));

    assertThat(told.first().code()).isEqualTo("AWS-CALL-FAILED");
    assertThat(told.retry()).isEqualTo(Retry.NEVER);
  }

  @Test
  void aCallThatWasGivenUpIsNoFailure() {
    ProviderException told = Refusals.of(AbortedException.create("aborted"));

    assertThat(told.first().code()).isEqualTo("AWS-CANCELLED");
    assertThat(told.retry()).isEqualTo(Retry.CANCELLED);
  }

  @Test
  void whatIsAbsentIsFoundToBeSoAndNothingElseIs() {
    AwsServiceException absent =
        NoSuchEntityException.builder()
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("NoSuchEntity").build())
            .build();

    assertThat(Refusals.find(() -> fail(absent), "NoSuchEntity")).isEqualTo(Optional.empty());
    Refusals.unlessGone(() -> fail(absent), "NoSuchEntity");
    assertThatExceptionOfType(NoSuchEntityException.class)
        .isThrownBy(() -> Refusals.find(() -> fail(absent), "NoSuchBucket"));
    assertThat(
            catchThrowableOfType(
                    ProviderException.class,
                    () -> Refusals.onceKnown(() -> fail(absent), "NoSuchEntity"))
                .retry())
        .isEqualTo(Retry.BACKOFF);
  }

  private static Object fail(AwsServiceException refused) {
    throw refused;
  }

  private static AwsServiceException answer(String code, int status, String message) {
    return Ec2Exception.builder()
        .requestId("7")
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }
}
