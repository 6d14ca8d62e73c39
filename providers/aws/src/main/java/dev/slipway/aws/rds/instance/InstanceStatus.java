package dev.slipway.aws.rds.instance;

import dev.slipway.engine.resource.Status;
import java.util.Map;
import java.util.Set;

/**
 * What RDS's words for how a database server is mean
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html).
 */
final class InstanceStatus {
  private static final Set<String> SERVING =
      Set.of("available", "backing-up", "storage-optimization", "storage-config-upgrade");

  private static final Map<String, String> FAILED =
      Map.of(
          "failed", "RDS could not make it or recover it",
          "inaccessible-encryption-credentials", "the KMS key that encrypts it can't be used",
          "incompatible-network", "its network can't be used: no free address, or no such subnet",
          "incompatible-option-group", "its option group doesn't fit it",
          "incompatible-parameters", "it can't start with its parameter group",
          "incompatible-restore", "it can't be restored to that point in time",
          "insufficient-capacity", "AWS has no such machine free now",
          "restore-error", "it could not be restored",
          "storage-full", "its storage is full: give it more",
          "stopped", "somebody stopped it: start it again");

  private InstanceStatus() {}

  static Status of(InstanceObserved observed) {
    String word = observed.status();
    if (word.equals("deleting")) {
      return new Status.Terminating("RDS deletes it");
    }
    if (FAILED.containsKey(word)) {
      return Status.failed("it is " + word + ": " + FAILED.get(word));
    }
    if (!SERVING.contains(word) || observed.endpoint().isEmpty()) {
      return Status.inProgress("it is " + word);
    }
    return observed.pending().isEmpty()
        ? Status.CURRENT
        : Status.inProgress("RDS is about to change: " + String.join(", ", observed.pending()));
  }
}
