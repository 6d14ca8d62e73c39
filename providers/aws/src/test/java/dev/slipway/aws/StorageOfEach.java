package dev.slipway.aws;

import dev.slipway.aws.ecr.repository.RepositorySpec;
import dev.slipway.aws.logs.group.LogGroupSpec;
import dev.slipway.aws.s3.bucket.BucketSpec;
import dev.slipway.aws.s3.bucket.BucketSpec.Lifecycle;
import dev.slipway.aws.s3.bucket.BucketSpec.ObjectOwnership;
import dev.slipway.aws.secretsmanager.secret.SecretSpec;
import dev.slipway.aws.sqs.queue.QueueSpec;
import dev.slipway.engine.resource.Resource;
import dev.slipway.engine.resource.ResourceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;

/** One resource of each type that holds something. */
final class StorageOfEach {
  private StorageOfEach() {}

  /** One of each; in the second form everything is changed in place that can be. */
  static Resource<?>[] of(AwsStack stack, String form) {
    boolean first = form.equals("one");
    Map<String, String> tags = Map.of("form", form);
    return new Resource<?>[] {
      Resource.of(
          new ResourceId(LogGroupSpec.TYPE, "a"),
          new LogGroupSpec(
              "/" + stack.owner() + "/a", first ? Optional.of(7) : Optional.empty(), tags)),
      Resource.of(
          new ResourceId(LogGroupSpec.TYPE, "b"),
          new LogGroupSpec("/" + stack.owner() + "/b", Optional.empty(), tags)),
      Resource.of(
          new ResourceId(RepositorySpec.TYPE, "server"),
          new RepositorySpec(stack.owner() + "/server", first, first, true, tags)),
      Resource.of(
          new ResourceId(QueueSpec.TYPE, "frames"),
          new QueueSpec(
              stack.owner(),
              Duration.ofSeconds(first ? 30 : 60),
              Duration.ofHours(1),
              Optional.empty(),
              tags)),
      Resource.of(
          new ResourceId(SecretSpec.TYPE, "root"),
          new SecretSpec(stack.owner() + "/root", stack.vault().put("root", form), tags)),
      Resource.of(
          new ResourceId(BucketSpec.TYPE, "storage"),
          new BucketSpec(
              stack.owner(),
              first
                  ? ObjectOwnership.BUCKET_OWNER_ENFORCED
                  : ObjectOwnership.BUCKET_OWNER_PREFERRED,
              Optional.empty(),
              !first,
              first ? new Lifecycle(Optional.empty(), Optional.of(7)) : Lifecycle.NONE,
              true,
              tags))
    };
  }

  /** Puts something into the bucket, and begins to put something else. */
  static void fill(AwsStack stack) {
    stack
        .clients()
        .s3()
        .putObject(
            request -> request.bucket(stack.owner()).key("a"), RequestBody.fromString("content"));
    stack.clients().s3().createMultipartUpload(request -> request.bucket(stack.owner()).key("b"));
  }
}
