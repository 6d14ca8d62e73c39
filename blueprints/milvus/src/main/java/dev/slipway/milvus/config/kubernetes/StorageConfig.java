package dev.slipway.milvus.config.kubernetes;

import dev.slipway.engine.stack.Key;
import java.util.Optional;

/**
 * The {@code storage:} section.
 *
 * @param s3 a bucket instead of a MinIO on volumes of the cluster
 */
public record StorageConfig(
    @Key(
            doc = "The size of the volumes that hold vectors and indexes.",
            byDefault = "50Gi",
            pattern = "[0-9]+([.][0-9]+)?(Ki|Mi|Gi|Ti|k|M|G|T)?")
        String size,
    @Key(
            doc =
                "The storage class of every volume, of etcd and of the queue too. Without it, the"
                    + " cluster's default.",
            example = "gp3")
        Optional<String> storageClass,
    @Key(doc = "A bucket that holds vectors and indexes instead of volumes of the cluster.")
        Optional<S3Config> s3) {}
