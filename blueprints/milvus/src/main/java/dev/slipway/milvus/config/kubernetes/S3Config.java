package dev.slipway.milvus.config.kubernetes;

import dev.slipway.engine.stack.Key;
import java.util.Optional;

/**
 * The {@code storage.s3:} section.
 *
 * @param secret name of a Secret with {@code accesskey} and {@code secretkey}
 * @param role ARN of the IAM role
 * @param serviceAccount name of a ServiceAccount that is there already
 */
public record S3Config(
    @Key(
            doc =
                "The name of the bucket, which must be there. On `eks`, a bucket is made unless one"
                    + " is named.",
            example = "my-milvus-bucket")
        Optional<String> bucket,
    @Key(doc = "The bucket's region.", byDefault = "us-east-1") String region,
    @Key(
            doc =
                "Host and port of a storage that speaks S3. Without it, that of Amazon S3 in the"
                    + " region.",
            example = "storage.example.org:443",
            pattern = "[^\\s:/]+(:[0-9]+)?")
        Optional<String> endpoint,
    @Key(doc = "Whether the storage is asked over TLS.", byDefault = "true") boolean tls,
    @Key(doc = "The folder within the bucket.", byDefault = "milvus") String rootPath,
    @Key(
            doc =
                "A Secret in the namespace with the keys `accesskey` and `secretkey`. It must be"
                    + " there already.")
        Optional<String> secret,
    @Key(
            doc =
                "The ARN of the IAM role that Milvus takes on through its own service account,"
                    + " instead of keys.",
            example = "arn:aws:iam::123456789012:role/milvus")
        Optional<String> role,
    @Key(
            doc =
                "A service account in the namespace that may use the bucket, instead of keys. It"
                    + " must be there already.")
        Optional<String> serviceAccount) {

  /** Whether access comes by IAM and not by keys. */
  public boolean iam() {
    return secret.isEmpty();
  }

  /** The storage's host. */
  public String host() {
    return endpoint
        .map(address -> address.split(":", 2)[0])
        .orElse("s3." + region + ".amazonaws.com");
  }

  /** The storage's port. */
  public String port() {
    return endpoint
        .filter(address -> address.contains(":"))
        .map(address -> address.split(":", 2)[1])
        .orElse(tls ? "443" : "80");
  }
}
