package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Outlook;
import dev.slipway.kubernetes.status.trouble.Phrase;
import dev.slipway.kubernetes.status.trouble.Telling;
import dev.slipway.kubernetes.status.trouble.Trouble;
import java.util.List;
import java.util.Optional;

/** Puts what is known into a status and one message. */
final class Verdict {
  /** How many different troubles are told at once. */
  private static final int TOLD = 3;

  private Verdict() {}

  /**
   * Not ready: one line that begins with how far it is and the worst trouble, then the last lines
   * of its log, indented, then a line for each further trouble.
   */
  static Status of(String progress, List<Trouble> troubles) {
    List<Trouble> merged = Trouble.merged(troubles);
    if (merged.isEmpty()) {
      return Status.inProgress(progress);
    }
    Trouble worst = merged.getFirst();
    StringBuilder text = new StringBuilder();
    text.append(progress).append(progress.isEmpty() ? "" : "; ").append(worst.headline());
    worst.log().forEach(line -> text.append("\n    ").append(line));
    merged.stream()
        .skip(1)
        .limit(TOLD - 1)
        .forEach(more -> text.append("\n  also ").append(more.headline()));
    return worst.outlook() == Outlook.STAYS
        ? Status.failed(text.toString())
        : Status.inProgress(text.toString());
  }

  /** Not ready, with the newest warning about it if there is one. */
  static Status waiting(String progress, ApiObject live, Facts facts) {
    Optional<Telling> warning = facts.warning(live);
    return Status.inProgress(
        warning
            .map(told -> progress + "; " + told.reason() + ": " + Phrase.line(told.message()))
            .orElse(progress));
  }

  /** Whether the object's controller has not seen its newest generation yet. */
  static boolean isUnseen(ApiObject live) {
    long generation = live.number("metadata", "generation").orElse(0L);
    return live.number("status", "observedGeneration").orElse(0L) < generation;
  }

  static Status unseen() {
    return Status.inProgress("its controller has not seen the latest change yet");
  }
}
