package dev.slipway.aws.permission;

import static dev.slipway.aws.permission.Verb.CREATE;
import static dev.slipway.aws.permission.Verb.DELETE;
import static dev.slipway.aws.permission.Verb.READ;
import static dev.slipway.aws.permission.Verb.UPDATE;

import dev.slipway.aws.ecr.repository.RepositorySpec;
import dev.slipway.aws.logs.group.LogGroupSpec;
import dev.slipway.aws.s3.bucket.BucketSpec;
import dev.slipway.aws.secretsmanager.secret.SecretSpec;
import dev.slipway.aws.sqs.queue.QueueSpec;
import dev.slipway.engine.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Permissions of S3, SQS, Secrets Manager, CloudWatch Logs and ECR. */
final class StoragePermissions {
  static final Map<String, List<Permission>> ALL =
      Map.of(
          BucketSpec.TYPE, bucket(),
          QueueSpec.TYPE, queue(),
          SecretSpec.TYPE, secret(),
          LogGroupSpec.TYPE, logGroup(),
          RepositorySpec.TYPE, repository());

  private StoragePermissions() {}

  /** S3 names its actions otherwise than its operations. */
  private static List<Permission> bucket() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) -> List.of(place.global("s3", name((BucketSpec) resource.spec())));
    BiFunction<Resource<?>, Place, List<String>> objects =
        (resource, place) -> {
          BucketSpec spec = (BucketSpec) resource.spec();
          return spec.emptyOnDelete() ? List.of(place.global("s3", name(spec) + "/*")) : List.of();
        };
    return List.of(
        Permission.on(
            own,
            READ,
            "ReadBuckets",
            "s3:GetBucketOwnershipControls",
            "s3:GetBucketPublicAccessBlock",
            "s3:GetBucketTagging",
            "s3:GetBucketVersioning",
            "s3:GetEncryptionConfiguration",
            "s3:GetLifecycleConfiguration"),
        Permission.on(own, CREATE, "CreateBuckets", "s3:CreateBucket").with("s3:TagResource"),
        Permission.on(
            own,
            UPDATE,
            "UpdateBuckets",
            "s3:PutBucketOwnershipControls",
            "s3:PutBucketPublicAccessBlock",
            "s3:PutBucketTagging",
            "s3:PutBucketVersioning",
            "s3:PutEncryptionConfiguration",
            "s3:PutLifecycleConfiguration"),
        Permission.on(
            own,
            DELETE,
            "DeleteBuckets",
            "s3:DeleteBucket",
            "s3:ListBucketMultipartUploads",
            "s3:ListBucketVersions"),
        Permission.on(
                objects,
                DELETE,
                "EmptyBuckets",
                "s3:AbortMultipartUpload",
                "s3:DeleteObjectVersion")
            .with("s3:DeleteObject"));
  }

  /** A name that ends with a dash is completed when the bucket is made. */
  private static String name(BucketSpec spec) {
    return spec.name().endsWith("-") ? spec.name() + "*" : spec.name();
  }

  private static List<Permission> queue() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) -> List.of(place.regional("sqs", ((QueueSpec) resource.spec()).name()));
    return List.of(
        Permission.on(
            own,
            READ,
            "ReadQueues",
            "sqs:GetQueueAttributes",
            "sqs:GetQueueUrl",
            "sqs:ListQueueTags"),
        Permission.on(own, CREATE, "CreateQueues", "sqs:CreateQueue").with("sqs:TagQueue"),
        Permission.on(own, UPDATE, "UpdateQueues", "sqs:SetQueueAttributes", "sqs:TagQueue"),
        Permission.on(own, DELETE, "DeleteQueues", "sqs:DeleteQueue"));
  }

  /** AWS adds six characters to a name; of one that isn't there, the name alone is asked for. */
  private static List<Permission> secret() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) -> {
          String name = ((SecretSpec) resource.spec()).name();
          return List.of(
              place.regional("secretsmanager", "secret:" + name),
              place.regional("secretsmanager", "secret:" + name + "-??????"));
        };
    return List.of(
        Permission.on(own, READ, "ReadSecrets", "secretsmanager:DescribeSecret"),
        Permission.on(own, CREATE, "CreateSecrets", "secretsmanager:CreateSecret")
            .with("secretsmanager:RestoreSecret", "secretsmanager:TagResource"),
        Permission.on(
            own,
            UPDATE,
            "UpdateSecrets",
            "secretsmanager:PutSecretValue",
            "secretsmanager:TagResource"),
        Permission.on(own, DELETE, "DeleteSecrets", "secretsmanager:DeleteSecret"));
  }

  /** Some actions want a log group's ARN with an end, some without. */
  private static List<Permission> logGroup() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) -> {
          String arn = "log-group:" + ((LogGroupSpec) resource.spec()).name();
          return List.of(place.regional("logs", arn), place.regional("logs", arn + ":*"));
        };
    return List.of(
        Permission.everywhere(READ, "ListLogGroups", "logs:DescribeLogGroups")
            .with("tag:GetResources"),
        Permission.on(own, READ, "ReadLogGroups", "logs:ListTagsForResource"),
        Permission.on(own, CREATE, "CreateLogGroups", "logs:CreateLogGroup")
            .with("logs:TagResource"),
        Permission.on(
            own,
            UPDATE,
            "UpdateLogGroups",
            "logs:DeleteRetentionPolicy",
            "logs:PutRetentionPolicy",
            "logs:TagResource"),
        Permission.on(own, DELETE, "DeleteLogGroups", "logs:DeleteLogGroup"));
  }

  private static List<Permission> repository() {
    BiFunction<Resource<?>, Place, List<String>> own =
        (resource, place) ->
            List.of(
                place.regional("ecr", "repository/" + ((RepositorySpec) resource.spec()).name()));
    return List.of(
        Permission.on(
            own, READ, "ReadRepositories", "ecr:DescribeRepositories", "ecr:ListTagsForResource"),
        Permission.on(own, CREATE, "CreateRepositories", "ecr:CreateRepository")
            .with("ecr:TagResource"),
        Permission.on(
            own,
            UPDATE,
            "UpdateRepositories",
            "ecr:PutImageScanningConfiguration",
            "ecr:PutImageTagMutability",
            "ecr:TagResource"),
        Permission.on(own, DELETE, "DeleteRepositories", "ecr:DeleteRepository")
            .with("ecr:ListImages"));
  }
}
