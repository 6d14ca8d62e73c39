package dev.slipway.aws.s3.bucket;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.ServiceProxy;
import dev.slipway.aws.ServiceProxy.Answer;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A name that another account has, as S3 tells it. */
@ExtendWith(AwsLab.class)
class BucketNameTest {
  private static final Resource<BucketSpec> BUCKET =
      Resource.of(new ResourceId(BucketSpec.TYPE, "storage"), BucketSpec.of("vectors", Map.of()));

  @Test
  void ofAnotherAccountIsToldByThePlan(Moto moto) throws IOException {
    try (ServiceProxy proxy = refusing(moto, "GET ", 403, "AccessDenied");
        AwsStack stack = new AwsStack(proxy.endpoint())) {
      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(BUCKET))
          .satisfies(
              refused -> {
                assertThat(refused.first().code()).isEqualTo("AWS-BUCKET-TAKEN");
                assertThat(refused.first().detail()).contains("'vectors'", "another account");
              });
    }
  }

  @Test
  void ofAnotherRegionIsToldByThePlan(Moto moto) throws IOException {
    try (ServiceProxy proxy = refusing(moto, "GET ", 301, "PermanentRedirect");
        AwsStack stack = new AwsStack(proxy.endpoint())) {
      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(BUCKET))
          .satisfies(
              refused -> {
                assertThat(refused.first().code()).isEqualTo("AWS-BUCKET-ELSEWHERE");
                assertThat(refused.first().detail()).contains("'vectors'", "eu-central-1");
              });
    }
  }

  @Test
  void takenByAnotherAccountMeanwhileIsToldByTheStep(Moto moto) throws IOException {
    try (ServiceProxy proxy = refusing(moto, "PUT ", 409, "BucketAlreadyExists");
        AwsStack stack = new AwsStack(proxy.endpoint())) {
      assertThat(stack.up(BUCKET)).failedWith("AWS-BUCKET-TAKEN").tells("'vectors'");
    }
  }

  private static ServiceProxy refusing(Moto moto, String method, int status, String code)
      throws IOException {
    String body =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>%s</Code><Message>no</Message><RequestId>1</RequestId></Error>\
        """
            .formatted(code);
    return new ServiceProxy(
        moto.endpoint(),
        request -> Optional.of(new Answer(status, body)).filter(_ -> request.startsWith(method)));
  }
}
