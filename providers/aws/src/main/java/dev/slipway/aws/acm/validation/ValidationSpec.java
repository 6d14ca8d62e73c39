package dev.slipway.aws.acm.validation;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Objects;

/**
 * That a certificate is issued: nothing is made, ACM is waited for until it has found the
 * validation records in DNS. It comes after those records. Attributes: {@code arn}, the
 * certificate's, for what needs one that is issued.
 *
 * @param certificate the certificate's ARN
 */
public record ValidationSpec(Value<String> certificate) implements Spec {
  public static final String TYPE = "aws.acm-validation";

  public ValidationSpec {
    Objects.requireNonNull(certificate, "certificate");
  }
}
