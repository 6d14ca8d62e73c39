package dev.slipway.kubernetes.status.trouble;

import dev.slipway.kubernetes.object.ApiObject;
import java.time.Duration;
import java.util.Optional;

/**
 * Why a claim has no volume.
 *
 * <p>A claim without a storage class in a cluster without a default, and one of a class that
 * doesn't exist, are hopeless when that was said for {@link #NO_CLASS}: a default may be set, or a
 * class made, at the same time. A provisioner that fails goes on trying and counts as hopeless
 * after {@link #REFUSED}.
 */
public final class ClaimTrouble {
  /** The annotation by which the scheduler lets a volume be made for a node. */
  private static final String NODE = "volume.kubernetes.io/selected-node";

  /** The controller looks every 15 seconds. */
  private static final Duration NO_CLASS = Duration.ofSeconds(30);

  private static final Duration REFUSED = Duration.ofMinutes(2);

  private ClaimTrouble() {}

  /** Empty if the claim is bound. */
  public static Optional<Trouble> of(ApiObject claim, Facts facts) {
    return switch (claim.text("status", "phase").orElse("Pending")) {
      case "Bound" -> Optional.empty();
      case "Lost" ->
          Optional.of(
              trouble(
                  claim,
                  "its volume "
                      + claim.text("spec", "volumeName").orElse("")
                      + " is gone, and with it the data",
                  Outlook.STAYS));
      default -> Optional.of(pending(claim, facts));
    };
  }

  /** Whether its volume is made only when a pod that mounts it is scheduled, and none is yet. */
  public static boolean waitsForConsumer(ApiObject claim, Facts facts) {
    if (claim.annotations().containsKey(NODE)) {
      return false;
    }
    Optional<Telling> newest =
        facts.newest(
            claim,
            "WaitForFirstConsumer",
            "WaitForPodScheduled",
            "FailedBinding",
            "ProvisioningFailed",
            "Provisioning",
            "ExternalProvisioning");
    if (newest.isPresent()) {
      return newest.get().reason().startsWith("WaitFor");
    }
    return facts.related("StorageClass").stream()
        .filter(
            kind -> claim.text("spec", "storageClassName").filter(kind.name()::equals).isPresent())
        .anyMatch(kind -> kind.text("volumeBindingMode").orElse("").equals("WaitForFirstConsumer"));
  }

  private static Trouble pending(ApiObject claim, Facts facts) {
    if (waitsForConsumer(claim, facts)) {
      return trouble(
          claim, "its volume is made when a pod that mounts it is scheduled", Outlook.WORKING);
    }
    Optional<Telling> told =
        facts.newest(
            claim,
            "FailedBinding",
            "ProvisioningFailed",
            "ExternalProvisioning",
            "Provisioning",
            "ProvisioningCleanupFailed",
            "VolumeMismatch",
            "FailedCreate");
    if (told.isEmpty()) {
      return trouble(claim, "is not bound to a volume yet", Outlook.WORKING);
    }
    Telling telling = told.get();
    String kind = claim.text("spec", "storageClassName").orElse("");
    return switch (telling.reason()) {
      case "FailedBinding" ->
          kind.isEmpty() && telling.message().contains("no storage class is set")
              ? trouble(
                  claim,
                  "no volume is free, it names no storage class, and the cluster has no default"
                      + " one",
                  telling.insists(2, NO_CLASS) ? Outlook.STAYS : Outlook.MAY_HEAL)
              : trouble(claim, telling.message(), Outlook.MAY_HEAL);
      case "ProvisioningFailed" -> failed(claim, kind, telling);
      case "VolumeMismatch" -> trouble(claim, telling.message(), Outlook.MAY_HEAL);
      default -> trouble(claim, telling.message(), Outlook.WORKING);
    };
  }

  private static Trouble failed(ApiObject claim, String kind, Telling telling) {
    boolean noClass =
        telling.message().contains("storageclass") && telling.message().contains("not found");
    return trouble(
        claim,
        noClass
            ? "the storage class " + kind + " doesn't exist"
            : "no volume can be made: " + telling.message(),
        telling.insists(2, noClass ? NO_CLASS : REFUSED) ? Outlook.STAYS : Outlook.MAY_HEAL);
  }

  private static Trouble trouble(ApiObject claim, String why, Outlook outlook) {
    return Trouble.of("claim " + claim.name(), why, outlook);
  }
}
