package dev.slipway.aws.acm.validation;

import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Observed;
import java.util.List;
import java.util.Optional;

/**
 * How far a certificate is.
 *
 * @param arn the certificate's
 * @param status ACM's word for it, for example {@code PENDING_VALIDATION}
 * @param failure ACM's reason for a failure
 * @param missing the records that ACM hasn't found in DNS yet, in words
 */
record ValidationObserved(String arn, String status, Optional<String> failure, List<String> missing)
    implements Observed {
  ValidationObserved {
    missing = List.copyOf(missing);
  }

  @Override
  public Attributes attributes() {
    return Attributes.of("arn", arn);
  }
}
