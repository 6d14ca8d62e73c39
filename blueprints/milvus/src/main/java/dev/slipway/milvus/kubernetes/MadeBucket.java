package dev.slipway.milvus.kubernetes;

import dev.slipway.engine.resource.Value;
import java.util.Objects;

/**
 * A bucket of Amazon S3 that the stack makes for Milvus.
 *
 * @param name of the bucket
 * @param region for example {@code eu-central-1}
 * @param folder within it; another for each Milvus, since one removes what it doesn't know
 * @param serviceAccount whose pods may use it, without keys
 * @param role ARN of the role that they take on by the service account's tokens
 */
public record MadeBucket(
    Value<String> name,
    String region,
    Value<String> folder,
    String serviceAccount,
    Value<String> role) {
  public MadeBucket {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(serviceAccount, "serviceAccount");
    Objects.requireNonNull(role, "role");
  }
}
