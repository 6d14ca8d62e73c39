package dev.slipway.aws.s3.bucket;

import dev.slipway.engine.resource.Attributes;
import software.amazon.awssdk.regions.Region;

/** A bucket's name and what follows from it. */
record BucketName(String name, Region region) {
  Attributes attributes() {
    String arn = "arn:%s:s3:::%s".formatted(region.metadata().partition().id(), name);
    return Attributes.of("arn", arn, "name", name, "objects", arn + "/*", "region", region.id());
  }
}
