package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;

/** What Milvus must answer. */
final class Expect {
  private Expect() {}

  /**
   * @param expected what should have come, and
   * @param got what came, both fit for the sentence "Expected …, but got …."
   * @throws CheckFailure unless {@code holds}
   */
  static void that(boolean holds, String expected, String got) throws CheckFailure {
    if (!holds) {
      throw new CheckFailure(
          "Expected " + expected + ", but got " + got + ".",
          "Milvus answers, but not rightly: look at its log, then run `slipway verify` again. If it"
              + " stays so, this version of Milvus doesn't do what it should.");
    }
  }
}
