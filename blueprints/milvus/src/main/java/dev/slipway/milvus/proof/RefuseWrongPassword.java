package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.CheckFailure;
import dev.slipway.engine.verify.Endpoint;
import io.milvus.shaded.io.grpc.Status;
import io.milvus.shaded.io.grpc.StatusRuntimeException;

/** A client with a wrong password is refused. */
record RefuseWrongPassword(Access access) implements Check {
  /** No generated password has a dash. */
  private static final String WRONG = "not-the-password";

  @Override
  public String name() {
    return "refuse a wrong password";
  }

  @Override
  public String run(Endpoint endpoint) throws CheckFailure {
    Address address = Address.of(endpoint, access).withPassword(WRONG);
    try {
      Session.client(address, Session.LONG).close();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNAUTHENTICATED) {
        return "refused as it must be";
      }
      throw Refusal.connecting(address, e);
    }
    throw new CheckFailure(
        "A client with a wrong password should have been refused, but "
            + address.uri()
            + " let it in.",
        "Don't expose this endpoint. Look at its log, and make it anew with `down` and `up`.");
  }
}
