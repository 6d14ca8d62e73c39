package dev.slipway.kubernetes.chart.helm;

import dev.slipway.engine.diagnostic.Diagnostic;
import java.nio.file.Path;

/** What can keep Helm from running. */
final class HelmProblems {
  private HelmProblems() {}

  static Diagnostic notStarted(Path binary, Exception cause) {
    return Diagnostic.environment(
        "HELM-NOT-STARTED",
        "Helm can't be started",
        "The program " + binary + " can't be started: " + cause.getMessage() + ".",
        "Make sure that the file can be executed on this machine:\n  " + binary + " version");
  }

  static Diagnostic files(String what, Exception cause) {
    return Diagnostic.environment(
        "HELM-FILES",
        "Files for Helm can't be used",
        "A private file or folder that Helm reads " + what + ": " + cause.getMessage() + ".",
        "Make sure that there is room in the folder for temporary files, and that it can be"
            + " written.");
  }

  static Diagnostic wrongVersion(Path binary, String version) {
    return Diagnostic.environment(
        "HELM-WRONG-VERSION",
        "Helm is of another version",
        "SLIPWAY_HELM names "
            + binary
            + ", which is Helm "
            + version
            + ", but Slipway renders charts with Helm "
            + HelmRelease.VERSION
            + " only, so that a plan doesn't depend on the machine.",
        "Let SLIPWAY_HELM name a Helm "
            + HelmRelease.VERSION
            + ", or unset it and let Slipway fetch one.");
  }

  static Diagnostic notFetched(HelmRelease release, String address, Path place, String why) {
    return Diagnostic.environment(
        "HELM-NOT-FETCHED",
        "Helm can't be fetched",
        "Charts are rendered with Helm "
            + HelmRelease.VERSION
            + ". It is neither on the PATH nor at "
            + place
            + ", and "
            + address
            + " gave none: "
            + why
            + ".",
        "Put the program from "
            + release.archive()
            + " there:\n  install -D helm "
            + place
            + "\nor name the folder of a mirror that holds the archive and its checksum:\n"
            + "  export SLIPWAY_HELM_MIRROR=https://…");
  }

  static Diagnostic damaged(String address, String expected, String found) {
    return Diagnostic.environment(
        "HELM-CHECKSUM",
        "The fetched Helm is not the one that was pinned",
        "The archive "
            + address
            + " has the SHA-256 digest "
            + found
            + ", but "
            + expected
            + " was expected. It was not used.",
        "Fetch it again. If that doesn't help, the address serves something else than it says.");
  }
}
