package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.CheckFailure;
import dev.slipway.engine.verify.Endpoint;

/** The client connects: TLS with the stack's authority, user name and password. */
record Connect(Session session) implements Check {
  @Override
  public String name() {
    return "connect with TLS and password";
  }

  @Override
  public String run(Endpoint endpoint) throws CheckFailure {
    Address address = Address.of(endpoint);
    Reachability.require(address);
    try {
      String version = session.open(address).client().getServerVersion();
      return "Milvus " + version + " at " + address;
    } catch (RuntimeException e) {
      throw Refusal.connecting(address, e);
    }
  }
}
