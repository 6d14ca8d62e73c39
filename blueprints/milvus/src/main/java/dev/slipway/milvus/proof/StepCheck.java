package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.CheckFailure;
import dev.slipway.engine.verify.Endpoint;
import io.milvus.shaded.io.grpc.StatusRuntimeException;
import io.milvus.v2.exception.MilvusClientException;

/** A step as a check: on the connection that the proof has open, and with refusals told plainly. */
record StepCheck(Session session, String name, Step step) implements Check {
  @Override
  public String run(Endpoint endpoint) throws CheckFailure {
    Session.Open milvus = session.opened();
    try {
      return step.run(milvus);
    } catch (MilvusClientException | StatusRuntimeException e) {
      throw Refusal.of(name, e);
    }
  }
}
