package dev.slipway.aws.route53;

import dev.slipway.aws.refusal.Refusals;
import dev.slipway.engine.resource.Attributes;
import dev.slipway.engine.resource.Status;
import java.util.Optional;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.ChangeStatus;

/**
 * Changes on their way to all of Route 53's name servers, which takes up to a minute. The id of one
 * is an attribute of what it changes as long as it is on its way, so that it is waited for after a
 * crash too.
 */
public final class Changes {
  /** The attribute with the id. */
  public static final String ATTRIBUTE = "change";

  private Changes() {}

  /** The id of a change that isn't everywhere yet. */
  public static Optional<String> pending(ChangeInfo change) {
    return change.status() == ChangeStatus.INSYNC
        ? Optional.empty()
        : Optional.of(Ids.bare(change.id()));
  }

  /** The id of the change that was on its way when something was last seen, if it still is. */
  public static Optional<String> pending(Optional<Attributes> last, Route53Client route53) {
    return last.flatMap(seen -> seen.text(ATTRIBUTE))
        .flatMap(
            id ->
                Refusals.find(
                    () -> route53.getChange(request -> request.id(id)).changeInfo(),
                    "NoSuchChange"))
        .flatMap(Changes::pending);
  }

  /** Current, unless a change is on its way. */
  public static Status status(Optional<String> change) {
    return change
        .map(
            id ->
                Status.inProgress(
                    "Route 53 tells all of its name servers about it (change " + id + ")"))
        .orElse(Status.CURRENT);
  }
}
