package dev.slipway.kubernetes.status;

import dev.slipway.engine.resource.Status;
import dev.slipway.kubernetes.object.ApiObject;
import dev.slipway.kubernetes.status.trouble.Facts;
import dev.slipway.kubernetes.status.trouble.Telling;

/**
 * Whether an object of a cluster does what it is for, and if not, why not.
 *
 * <p>A pure function: the same object and evidence always give the same status. Time enters by what
 * the objects themselves tell only: how often and for how long something was said. The rules for
 * {@link Status.Failed} stand with each trouble in {@code status.trouble}, their reasons in {@code
 * docs/decisions/0012-readiness-and-why-not.md}.
 */
public final class Readiness {
  private Readiness() {}

  /**
   * The status of an object.
   *
   * @param live as the server shows it
   * @param evidence {@link Evidence#NONE} gives the same status, except that it is never {@link
   *     Status.Failed} for what only the evidence shows, and the reason is shorter
   */
  public static Status of(ApiObject live, Evidence evidence) {
    Facts facts = new Facts(evidence.related(), Telling.of(evidence.events()), evidence.logs());
    return live.deleting()
        ? new Status.Terminating(Holding.reason(live, facts))
        : Rules.of(live.key().groupKind()).status(live, facts);
  }
}
