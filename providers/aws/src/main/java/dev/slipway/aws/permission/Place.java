package dev.slipway.aws.permission;

/**
 * Where a stack is.
 *
 * @param partition for example {@code aws}
 * @param region for example {@code eu-central-1}
 * @param account 12 digits, or {@code *} if it isn't known
 * @param owner the stack's mark
 */
public record Place(String partition, String region, String account, String owner) {
  /** The ARN of a resource in the region, for example of {@code ec2} and {@code vpc/*}. */
  String regional(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(partition, service, region, account, resource);
  }

  /** The ARN of a resource of the account that is in no region. */
  String ofAccount(String service, String resource) {
    return "arn:%s:%s::%s:%s".formatted(partition, service, account, resource);
  }

  /** The ARN of a resource that is in no region and whose ARN names no account. */
  String global(String service, String resource) {
    return "arn:%s:%s:::%s".formatted(partition, service, resource);
  }

  /** The ARN of a role that AWS makes for a service of its own when that is first used. */
  String linkedRole(String service, String role) {
    return ofAccount("iam", "role/aws-service-role/%s.amazonaws.com/%s".formatted(service, role));
  }
}
