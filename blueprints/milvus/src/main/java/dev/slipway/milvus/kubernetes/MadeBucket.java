package dev.slipway.milvus.kubernetes;

import dev.slipway.engine.resource.Value;
import java.util.Objects;

/**
 * A bucket of Amazon S3 that the stack makes for Milvus.
 *
 * @param name of the bucket
 * @param region for example {@code eu-central-1}
 * @param serviceAccount whose pods may use it, without keys
 */
public record MadeBucket(Value<String> name, String region, String serviceAccount) {
  public MadeBucket {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(serviceAccount, "serviceAccount");
  }
}
