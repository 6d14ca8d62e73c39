package dev.slipway.aws.s3.bucket;

import dev.slipway.engine.resource.Spec;
import dev.slipway.engine.resource.Value;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A bucket. It is encrypted, and all public access to it is blocked. Attributes: {@code arn},
 * {@code name}, {@code objects} (the ARN of all objects in it), {@code region}.
 *
 * @param name unique in all of AWS; 3 to 63 lower-case letters, digits, dots and dashes. One that
 *     holds the stack's mark is known as the stack's own even where the bucket has no tags yet. One
 *     that ends with a dash is the beginning of a name, which is completed with that mark.
 * @param ownership who owns the objects in it
 * @param kmsKey ARN of the KMS key that encrypts it; without one, S3's own key does
 * @param versioning whether objects that are overwritten or deleted are kept as former versions
 * @param lifecycle what is deleted by itself
 * @param emptyOnDelete whether its objects are deleted when it is; otherwise only an empty bucket
 *     is deleted
 * @param tags further tags
 */
public record BucketSpec(
    String name,
    ObjectOwnership ownership,
    Optional<Value<String>> kmsKey,
    boolean versioning,
    Lifecycle lifecycle,
    boolean emptyOnDelete,
    Map<String, String> tags)
    implements Spec {
  public static final String TYPE = "aws.s3-bucket";

  public BucketSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(ownership, "ownership");
    Objects.requireNonNull(kmsKey, "kmsKey");
    Objects.requireNonNull(lifecycle, "lifecycle");
    tags = Map.copyOf(tags);
  }

  /** One without versions and expiry, that is only deleted when it is empty. */
  public static BucketSpec of(String name, Map<String, String> tags) {
    return new BucketSpec(
        name,
        ObjectOwnership.BUCKET_OWNER_ENFORCED,
        Optional.empty(),
        false,
        Lifecycle.NONE,
        false,
        tags);
  }

  /** The same under another name. */
  public BucketSpec called(String name) {
    return new BucketSpec(name, ownership, kmsKey, versioning, lifecycle, emptyOnDelete, tags);
  }

  /** Who owns the objects, and whether access control lists count. */
  public enum ObjectOwnership {
    /** The bucket's owner; access control lists don't count. AWS's default. */
    BUCKET_OWNER_ENFORCED,
    /** The bucket's owner, if the writer grants it. */
    BUCKET_OWNER_PREFERRED,
    /** Who wrote them. */
    OBJECT_WRITER
  }

  /**
   * What is deleted by itself.
   *
   * @param noncurrentDays former versions, after so many days; at least 1
   * @param uploadDays parts of uploads that were never completed, after so many days; at least 1
   */
  public record Lifecycle(Optional<Integer> noncurrentDays, Optional<Integer> uploadDays) {
    public static final Lifecycle NONE = new Lifecycle(Optional.empty(), Optional.empty());
  }
}
