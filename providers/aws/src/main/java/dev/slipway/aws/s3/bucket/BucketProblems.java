package dev.slipway.aws.s3.bucket;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What is particular to buckets. */
final class BucketProblems {
  private BucketProblems() {}

  static ProviderException taken(String bucket, AwsServiceException refused) {
    return because(
        refused,
        Diagnostic.user(
            "AWS-BUCKET-TAKEN",
            "A bucket's name is taken by another account",
            "The name '%s' can't be used: another account has a bucket of that name, or these"
                    .formatted(bucket)
                + " credentials may not see the one that there is. Names of buckets are unique in"
                + " all of AWS.",
            "Choose another name in the stack file, for example with the account's number in it. If"
                + " the bucket is yours, let these credentials read its tags"
                + " (s3:GetBucketTagging)."));
  }

  static ProviderException elsewhere(String bucket, String region, AwsServiceException refused) {
    return because(
        refused,
        Diagnostic.user(
            "AWS-BUCKET-ELSEWHERE",
            "A bucket of that name is in another region",
            "The name '%s' can't be used in %s: there is a bucket of that name in another region."
                    .formatted(bucket, region)
                + " Names of buckets are unique in all of AWS.",
            "Choose another name in the stack file, or the region that the bucket is in."));
  }

  static ProviderException notEmpty(String bucket, String size, AwsServiceException refused) {
    return because(
        refused,
        Diagnostic.environment(
            "AWS-BUCKET-NOT-EMPTY",
            "A bucket that is to be deleted holds objects",
            "The bucket '%s' still holds %s, with former versions, and isn't to be emptied."
                .formatted(bucket, size),
            "Save what is needed, empty it, and run the same command again:\n"
                + "  aws s3 rm --recursive s3://"
                + bucket));
  }

  static ProviderException notEmptied(String bucket, String said) {
    return ProviderException.refused(
        Diagnostic.environment(
            "AWS-BUCKET-NOT-EMPTIED",
            "A bucket's objects could not be deleted",
            "Not every object in the bucket '%s' could be deleted. S3 says of %s."
                .formatted(bucket, said.replaceFirst("\\.$", "")),
            "See whether a lock or a policy of the bucket holds the object, then run the same"
                + " command again; it goes on from where it stopped."));
  }

  private static ProviderException because(AwsServiceException cause, Diagnostic diagnostic) {
    ProviderException told = ProviderException.refused(diagnostic);
    told.initCause(cause);
    return told;
  }
}
