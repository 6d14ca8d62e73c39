package dev.slipway.aws.s3.bucket;

import dev.slipway.aws.refusal.Refusals;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** Reads and changes the settings of a bucket, of which each has calls of its own. */
record BucketAccess(S3Client s3, String bucket) {
  static ObjectOwnership ownership(BucketSpec spec) {
    return ObjectOwnership.valueOf(spec.ownership().name());
  }

  BucketSettings read() {
    Optional<ServerSideEncryptionByDefault> encryption = encryption();
    return new BucketSettings(
        ownership(),
        encryption.map(ServerSideEncryptionByDefault::sseAlgorithmAsString).orElse(""),
        encryption.map(ServerSideEncryptionByDefault::kmsMasterKeyID),
        isPublicAccessBlocked(),
        s3.getBucketVersioning(request -> request.bucket(bucket)).status()
            == BucketVersioningStatus.ENABLED,
        rules());
  }

  private String ownership() {
    return Refusals.find(
            () ->
                s3.getBucketOwnershipControls(request -> request.bucket(bucket))
                    .ownershipControls()
                    .rules()
                    .getFirst()
                    .objectOwnershipAsString(),
            "OwnershipControlsNotFoundError")
        .orElse("");
  }

  private Optional<ServerSideEncryptionByDefault> encryption() {
    return Refusals.find(
        () ->
            s3.getBucketEncryption(request -> request.bucket(bucket))
                .serverSideEncryptionConfiguration()
                .rules()
                .getFirst()
                .applyServerSideEncryptionByDefault(),
        "ServerSideEncryptionConfigurationNotFoundError");
  }

  private boolean isPublicAccessBlocked() {
    return Refusals.find(
            () ->
                s3.getPublicAccessBlock(request -> request.bucket(bucket))
                    .publicAccessBlockConfiguration(),
            "NoSuchPublicAccessBlockConfiguration")
        .filter(blocked().build()::equals)
        .isPresent();
  }

  private List<BucketSettings.Rule> rules() {
    return Refusals.find(
            () -> s3.getBucketLifecycleConfiguration(request -> request.bucket(bucket)).rules(),
            "NoSuchLifecycleConfiguration")
        .orElse(List.of())
        .stream()
        .map(BucketAccess::rule)
        .toList();
  }

  private static BucketSettings.Rule rule(LifecycleRule rule) {
    BucketSettings.Rule seen =
        new BucketSettings.Rule(
            String.valueOf(rule.id()),
            rule.status() == ExpirationStatus.ENABLED,
            Optional.ofNullable(rule.noncurrentVersionExpiration())
                .map(expiration -> expiration.noncurrentDays()),
            Optional.ofNullable(rule.abortIncompleteMultipartUpload())
                .map(abort -> abort.daysAfterInitiation()),
            false);
    boolean wholeBucket =
        rule.filter() != null
            && (rule.filter().prefix() == null || rule.filter().prefix().isEmpty())
            && rule.filter().tag() == null
            && rule.filter().and() == null
            && rule.filter().objectSizeGreaterThan() == null
            && rule.filter().objectSizeLessThan() == null;
    boolean more =
        rule.expiration() != null
            || !rule.transitions().isEmpty()
            || !rule.noncurrentVersionTransitions().isEmpty();
    return new BucketSettings.Rule(
        seen.id(), seen.enabled(), seen.noncurrentDays(), seen.uploadDays(), more || !wholeBucket);
  }

  /** Sets what isn't as it is wanted. */
  void set(BucketSettings found, BucketSpec spec) {
    BucketSettings wanted = BucketSettings.of(spec);
    if (!found.ownership().equals(wanted.ownership())) {
      OwnershipControlsRule rule =
          OwnershipControlsRule.builder().objectOwnership(ownership(spec)).build();
      s3.putBucketOwnershipControls(
          request -> request.bucket(bucket).ownershipControls(controls -> controls.rules(rule)));
    }
    if (!found.encryption().equals(wanted.encryption())
        || !found.kmsKey().equals(wanted.kmsKey())) {
      encrypt(wanted);
    }
    if (!found.publicAccessBlocked()) {
      s3.putPublicAccessBlock(
          request -> request.bucket(bucket).publicAccessBlockConfiguration(blocked().build()));
    }
    if (found.versioning() != wanted.versioning()) {
      s3.putBucketVersioning(
          request ->
              request
                  .bucket(bucket)
                  .versioningConfiguration(
                      versioning ->
                          versioning.status(
                              wanted.versioning()
                                  ? BucketVersioningStatus.ENABLED
                                  : BucketVersioningStatus.SUSPENDED)));
    }
    if (!found.rules().equals(wanted.rules())) {
      expire(wanted.rules());
    }
  }

  private void encrypt(BucketSettings wanted) {
    ServerSideEncryptionRule rule =
        ServerSideEncryptionRule.builder()
            .bucketKeyEnabled(wanted.kmsKey().isPresent())
            .applyServerSideEncryptionByDefault(
                encryption ->
                    encryption
                        .sseAlgorithm(ServerSideEncryption.fromValue(wanted.encryption()))
                        .kmsMasterKeyID(wanted.kmsKey().orElse(null)))
            .build();
    s3.putBucketEncryption(
        request ->
            request
                .bucket(bucket)
                .serverSideEncryptionConfiguration(configuration -> configuration.rules(rule)));
  }

  private void expire(List<BucketSettings.Rule> rules) {
    if (rules.isEmpty()) {
      s3.deleteBucketLifecycle(request -> request.bucket(bucket));
      return;
    }
    s3.putBucketLifecycleConfiguration(
        request ->
            request
                .bucket(bucket)
                .lifecycleConfiguration(
                    configuration ->
                        configuration.rules(
                            rules.stream().map(BucketAccess::lifecycleRule).toList())));
  }

  private static LifecycleRule lifecycleRule(BucketSettings.Rule rule) {
    LifecycleRule.Builder builder =
        LifecycleRule.builder()
            .id(rule.id())
            .status(ExpirationStatus.ENABLED)
            .filter(LifecycleRuleFilter.builder().prefix("").build());
    rule.noncurrentDays()
        .ifPresent(
            days ->
                builder.noncurrentVersionExpiration(expiration -> expiration.noncurrentDays(days)));
    rule.uploadDays()
        .ifPresent(
            days ->
                builder.abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(days)));
    return builder.build();
  }

  private static PublicAccessBlockConfiguration.Builder blocked() {
    return PublicAccessBlockConfiguration.builder()
        .blockPublicAcls(true)
        .ignorePublicAcls(true)
        .blockPublicPolicy(true)
        .restrictPublicBuckets(true);
  }
}
