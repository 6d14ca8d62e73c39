package dev.slipway.aws.s3.bucket;

import java.util.List;
import java.util.Optional;

/**
 * How a bucket is set.
 *
 * @param ownership as S3 writes it, for example {@code BucketOwnerEnforced}; empty if it isn't set
 * @param encryption {@code AES256}, {@code aws:kms} or empty
 * @param kmsKey ARN of the KMS key
 * @param publicAccessBlocked whether every public access is blocked
 * @param rules of its lifecycle
 */
record BucketSettings(
    String ownership,
    String encryption,
    Optional<String> kmsKey,
    boolean publicAccessBlocked,
    boolean versioning,
    List<Rule> rules) {
  /** Nothing is set. */
  static final BucketSettings NONE =
      new BucketSettings("", "", Optional.empty(), false, false, List.of());

  BucketSettings {
    rules = List.copyOf(rules);
  }

  /**
   * A rule of a lifecycle.
   *
   * @param more whether it does more than a rule of Slipway's does, or to less than the bucket
   */
  record Rule(
      String id,
      boolean enabled,
      Optional<Integer> noncurrentDays,
      Optional<Integer> uploadDays,
      boolean more) {}

  /**
   * What a spec wants.
   *
   * @throws IllegalStateException if the KMS key isn't known yet
   */
  static BucketSettings of(BucketSpec spec) {
    return new BucketSettings(
        BucketAccess.ownership(spec).toString(),
        encryption(spec),
        spec.kmsKey().map(key -> key.get()),
        true,
        spec.versioning(),
        rules(spec.lifecycle()));
  }

  static String encryption(BucketSpec spec) {
    return spec.kmsKey().isPresent() ? "aws:kms" : "AES256";
  }

  /** One rule does all. */
  static List<Rule> rules(BucketSpec.Lifecycle wanted) {
    return wanted.equals(BucketSpec.Lifecycle.NONE)
        ? List.of()
        : List.of(new Rule("slipway", true, wanted.noncurrentDays(), wanted.uploadDays(), false));
  }
}
