package dev.slipway.aws.s3.bucket;

import static dev.slipway.lab.assertion.LabAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.aws.AwsStack;
import dev.slipway.aws.mark.Tags;
import dev.slipway.aws.s3.S3Tags;
import dev.slipway.aws.s3.bucket.BucketSpec.Lifecycle;
import dev.slipway.aws.s3.bucket.BucketSpec.ObjectOwnership;
import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.Removal;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.lab.aws.AwsLab;
import dev.slipway.lab.aws.Moto;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

@ExtendWith(AwsLab.class)
class BucketHandlerTest {
  private static final ResourceId BUCKET = new ResourceId(BucketSpec.TYPE, "storage");
  private static final Lifecycle LIFECYCLE = new Lifecycle(Optional.of(30), Optional.of(7));

  @Test
  void isMadeClosedAndEncryptedAndNothingIsToChangeAfterwards(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      Resource<BucketSpec> bucket = bucket(stack, ObjectOwnership.OBJECT_WRITER, true, false);
      assertThat(stack.up(bucket)).isClean();

      String name = name(stack);
      assertThat(S3Tags.map(s3(stack).getBucketTagging(request -> request.bucket(name)).tagSet()))
          .containsEntry(Tags.OWNER, stack.owner())
          .containsEntry(Tags.RESOURCE, "aws.s3-bucket/storage")
          .containsEntry("team", "search");
      assertThat(
              s3(stack)
                  .getPublicAccessBlock(request -> request.bucket(name))
                  .publicAccessBlockConfiguration()
                  .restrictPublicBuckets())
          .isTrue();
      assertThat(stack.attributes(BUCKET).values())
          .containsEntry("arn", "arn:aws:s3:::" + name)
          .containsEntry("objects", "arn:aws:s3:::" + name + "/*");
      assertThat(stack.plan(bucket)).changesNothing();

      assertThat(stack.down()).isClean();
      assertThat(s3(stack).listBuckets().buckets()).extracting(Bucket::name).doesNotContain(name);
    }
  }

  @Test
  void isChangedInPlaceAndSetRightAgain(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(Resource.of(BUCKET, BucketSpec.of(name(stack), Map.of())));
      Resource<BucketSpec> changed = bucket(stack, ObjectOwnership.OBJECT_WRITER, true, false);
      assertThat(stack.plan(changed))
          .updates("aws.s3-bucket/storage")
          .changing("ownership", "versioning", "lifecycle", "tags");
      assertThat(stack.up(changed)).isClean();

      s3(stack).deletePublicAccessBlock(request -> request.bucket(name(stack)));
      s3(stack).deleteBucketLifecycle(request -> request.bucket(name(stack)));
      s3(stack)
          .putBucketVersioning(
              request ->
                  request
                      .bucket(name(stack))
                      .versioningConfiguration(
                          versioning -> versioning.status(BucketVersioningStatus.SUSPENDED)));
      assertThat(stack.plan(changed))
          .updates("aws.s3-bucket/storage")
          .changing("publicAccessBlocked", "versioning", "lifecycle");
      assertThat(stack.up(changed)).isClean();
      assertThat(stack.plan(changed)).changesNothing();
      stack.down();
    }
  }

  @Test
  void oneThatHoldsDataIsKept(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(bucket(stack, ObjectOwnership.OBJECT_WRITER, true, false).onRemoval(Removal.KEEP));
      put(stack, "a");

      assertThat(stack.plan()).forgets("aws.s3-bucket/storage");
      assertThat(stack.down()).isClean();
      assertThat(s3(stack).listBuckets().buckets()).extracting(Bucket::name).contains(name(stack));
    }
  }

  @Test
  void oneThatIsNotEmptyIsOnlyDeletedIfItMayBeEmptied(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      stack.up(bucket(stack, ObjectOwnership.OBJECT_WRITER, true, false));
      put(stack, "a");
      put(stack, "a");
      put(stack, "b");
      s3(stack).deleteObject(request -> request.bucket(name(stack)).key("b"));

      assertThat(stack.down()).failedWith("AWS-BUCKET-NOT-EMPTY").tells(name(stack), "4 objects");

      assertThat(stack.up(bucket(stack, ObjectOwnership.OBJECT_WRITER, true, true))).isClean();
      assertThat(stack.down()).isClean();
      assertThat(s3(stack).listBuckets().buckets())
          .extracting(Bucket::name)
          .doesNotContain(name(stack));
    }
  }

  @Test
  void oneThatWasMadeButNotMarkedIsKnownByTheMarkInItsName(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      make(stack, name(stack));
      Resource<BucketSpec> bucket = bucket(stack, ObjectOwnership.OBJECT_WRITER, true, false);

      assertThat(stack.plan(bucket)).updates("aws.s3-bucket/storage");
      assertThat(stack.up(bucket)).isClean();

      assertThat(
              S3Tags.map(
                  s3(stack).getBucketTagging(request -> request.bucket(name(stack))).tagSet()))
          .containsEntry(Tags.OWNER, stack.owner());
      assertThat(stack.plan(bucket)).changesNothing();
      assertThat(stack.down()).isClean();
    }
  }

  @Test
  void oneThatSomebodyElseInTheAccountMadeIsRefused(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String name = "their-" + stack.owner().replace("harbour-", "");
      make(stack, name);

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> stack.plan(Resource.of(BUCKET, BucketSpec.of(name, Map.of()))))
          .satisfies(refused -> assertThat(refused.first().code()).isEqualTo("PLAN-FOREIGN"));
      s3(stack).deleteBucket(request -> request.bucket(name));
    }
  }

  /** In us-east-1, S3 says nothing when a bucket is made that the account has. */
  @Test
  void oneThatIsMadeMeanwhileIsNotTakenOver(Moto moto) {
    try (AwsStack stack = new AwsStack(moto)) {
      String name = "their-" + stack.owner().replace("harbour-", "");
      make(stack, name);

      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(
              () ->
                  new BucketHandler(stack.clients())
                      .create(BUCKET, BucketSpec.of(name, Map.of()), stack.call()))
          .satisfies(refused -> assertThat(refused.first().code()).isEqualTo("AWS-NAME-TAKEN"));
      s3(stack).deleteBucket(request -> request.bucket(name));
    }
  }

  private static void make(AwsStack stack, String name) {
    s3(stack)
        .createBucket(
            request ->
                request
                    .bucket(name)
                    .createBucketConfiguration(
                        configuration -> configuration.locationConstraint(AwsStack.REGION.id())));
  }

  private static void put(AwsStack stack, String key) {
    s3(stack)
        .putObject(
            request -> request.bucket(name(stack)).key(key), RequestBody.fromString("content"));
  }

  private static Resource<BucketSpec> bucket(
      AwsStack stack, ObjectOwnership ownership, boolean versioning, boolean emptyOnDelete) {
    return Resource.of(
        BUCKET,
        new BucketSpec(
            name(stack),
            ownership,
            Optional.empty(),
            versioning,
            LIFECYCLE,
            emptyOnDelete,
            Map.of("team", "search")));
  }

  private static String name(AwsStack stack) {
    return stack.owner() + "-storage";
  }

  private static S3Client s3(AwsStack stack) {
    return stack.clients().s3();
  }
}
