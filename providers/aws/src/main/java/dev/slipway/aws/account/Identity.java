package dev.slipway.aws.account;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.refusal.Refusals;
import dev.slipway.kubernetes.cluster.Ahead;
import java.util.Optional;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Who the credentials belong to, asked once. */
public final class Identity {
  private final Clients clients;
  private Optional<Ahead<GetCallerIdentityResponse>> asked = Optional.empty();

  public Identity(Clients clients) {
    this.clients = clients;
  }

  /** Asks while something else goes on. */
  public synchronized void begin() {
    if (asked.isEmpty()) {
      asked =
          Optional.of(Ahead.begin(() -> Refusals.told(() -> clients.sts().getCallerIdentity())));
    }
  }

  /** The account, twelve digits. */
  public String account() {
    return answer().account();
  }

  /** The user or role, as an ARN. */
  public String caller() {
    return answer().arn();
  }

  private synchronized GetCallerIdentityResponse answer() {
    begin();
    return asked.orElseThrow().await(() -> Refusals.of(AbortedException.create("interrupted")));
  }
}
