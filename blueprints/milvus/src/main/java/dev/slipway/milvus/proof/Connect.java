package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.CheckFailure;
import dev.slipway.engine.verify.Endpoint;
import java.time.Duration;
import java.util.Optional;

/**
 * The client connects: TLS with the stack's authority, user name and password. When that takes
 * long, what may be wrong with TLS is looked for before the client is given more time.
 */
record Connect(Session session, Access access) implements Check {
  private static final Duration SHORT = Duration.ofSeconds(3);

  @Override
  public String name() {
    if (access.tls()) {
      return access.authentication() ? "connect with TLS and password" : "connect with TLS";
    }
    return access.authentication() ? "connect with password" : "connect";
  }

  @Override
  public String run(Endpoint endpoint) throws CheckFailure {
    Address address = Address.of(endpoint, access);
    Reachability.await(address, access.patience());
    try {
      return connect(address, SHORT);
    } catch (RuntimeException e) {
      if (!Refusal.isTimeout(e)) {
        throw Refusal.connecting(address, e);
      }
    }
    Optional<CheckFailure> tls = Reachability.tlsFailure(address);
    if (tls.isPresent()) {
      throw tls.get();
    }
    try {
      return connect(address, Session.LONG);
    } catch (RuntimeException e) {
      throw Refusal.connecting(address, e);
    }
  }

  private String connect(Address address, Duration patience) {
    String version = session.open(address, patience).client().getServerVersion();
    return "Milvus " + version + " at " + address;
  }
}
