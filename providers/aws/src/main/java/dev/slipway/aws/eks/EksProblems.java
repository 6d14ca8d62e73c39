package dev.slipway.aws.eks;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.ProviderException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.eks.model.InvalidParameterException;

/** What goes wrong with EKS. */
public final class EksProblems {
  /** A new role is known everywhere after a few seconds. */
  private static final Duration ROLE_PAUSE = Duration.ofSeconds(5);

  private EksProblems() {}

  /**
   * Makes something that a role is given to. EKS doesn't know at once a role that was just made, as
   * IAM's changes take a while to arrive everywhere.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html">Changes that
   *     I make are not always immediately visible</a>
   */
  public static <T> T withRole(String role, Supplier<T> call) {
    try {
      return call.get();
    } catch (InvalidParameterException refused) {
      String said = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
      if (said.contains("role")
          && (said.contains("assume")
              || said.contains("not exist")
              || said.contains("trust")
              || said.contains("not found"))) {
        ProviderException passing =
            new ProviderException(
                roleUnknown(role, refused),
                ProviderException.Retry.BACKOFF,
                Optional.of(ROLE_PAUSE));
        passing.initCause(refused);
        throw passing;
      }
      throw refused;
    }
  }

  private static Diagnostic roleUnknown(String role, InvalidParameterException refused) {
    return Diagnostic.environment(
        "AWS-EKS-ROLE-UNKNOWN",
        "EKS can't use a role",
        "EKS can't use the role '%s': %s."
            .formatted(role, refused.awsErrorDetails().errorMessage()),
        "A role that was just made is known after some seconds, so Slipway asks again for a while."
            + " If it stays unknown, see whether the role is there and lets EKS (eks.amazonaws.com,"
            + " for nodes ec2.amazonaws.com, for pods pods.eks.amazonaws.com) assume it, then run"
            + " the same command again.");
  }

  static Diagnostic updateFailed(String what, String errors) {
    return Diagnostic.environment(
        "AWS-EKS-UPDATE-FAILED",
        "EKS could not make an update",
        "EKS could not update %s, and left it as it was: %s.".formatted(what, errors),
        "Mend what EKS names, then run the same command again; it goes on from where it stopped.");
  }

  static Diagnostic updateTakesTooLong(String what, Duration waited) {
    return Diagnostic.environment(
        "AWS-EKS-UPDATE-SLOW",
        "EKS takes long to make an update",
        "EKS has not updated %s in %d minutes.".formatted(what, waited.toMinutes()),
        "The update goes on. Run the same command again later; it waits for the update's end.");
  }

  /** A cluster's version can't be changed so. */
  public static Diagnostic versionStep(String cluster, String from, String to) {
    return Diagnostic.user(
        "AWS-EKS-VERSION-STEP",
        "The cluster's version can't be changed so",
        "The cluster '%s' has Kubernetes %s and should get %s. EKS takes a cluster up by one minor"
                .formatted(cluster, from, to)
            + " version at a time, and not down.",
        "Set a version that is one minor version above %s, apply, and go on from there; or keep %s."
            .formatted(from, from));
  }

  /** No version of an add-on fits a cluster. */
  public static Diagnostic noAddonVersion(String addon, String kubernetes) {
    return Diagnostic.user(
        "AWS-EKS-ADDON-UNKNOWN",
        "EKS has no such add-on for the cluster's version",
        "EKS has no version of the add-on '%s' for Kubernetes %s in this region."
            .formatted(addon, kubernetes),
        "Take an add-on that is listed by\n  aws eks describe-addon-versions --kubernetes-version "
            + kubernetes);
  }
}
