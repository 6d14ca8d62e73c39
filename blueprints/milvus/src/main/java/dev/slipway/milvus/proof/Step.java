package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;

/** One thing asked of a Milvus that the proof is connected to. */
@FunctionalInterface
interface Step {
  /**
   * @return what was seen, in a few words
   * @throws CheckFailure when Milvus answers, but not as it must
   * @throws RuntimeException when the client can't get an answer
   */
  String run(Session.Open milvus) throws CheckFailure;
}
