package dev.slipway.aws.acm.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.aws.AwsStack;
import dev.slipway.engine.resource.Status;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(AwsLab.class)
class ValidationHandlerTest {
  @Test
  void tellsWhichRecordIsMissingWhyItFailedAndThatItIsIssued(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      ValidationHandler handler = new ValidationHandler(stack.clients());

      assertThat(
              handler.status(
                  observed(
                      "PENDING_VALIDATION",
                      Optional.empty(),
                      "_a.milvus.example.org CNAME _b.acm-validations.aws")))
          .isEqualTo(
              Status.inProgress(
                  "ACM does not find in DNS yet: _a.milvus.example.org CNAME"
                      + " _b.acm-validations.aws"));
      assertThat(handler.status(observed("FAILED", Optional.of("CAA_ERROR"))))
          .isEqualTo(Status.failed("ACM says that the certificate is FAILED (CAA_ERROR)"));
      assertThat(handler.status(observed("VALIDATION_TIMED_OUT", Optional.empty())))
          .isEqualTo(Status.failed("ACM says that the certificate is VALIDATION_TIMED_OUT"));
      assertThat(handler.status(observed("ISSUED", Optional.empty()))).isEqualTo(Status.CURRENT);
    }
  }

  private static ValidationObserved observed(
      String status, Optional<String> failure, String... missing) {
    return new ValidationObserved("arn", status, failure, List.of(missing));
  }
}
