package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.Proof;
import dev.slipway.milvus.MilvusBlueprint;
import java.util.List;

/**
 * Proves that Milvus serves: its official Java client is driven through the endpoint that the user
 * gets, from creating a collection to dropping it.
 */
public final class MilvusProof {
  private MilvusProof() {}

  /** The proof; nothing is opened before its first check runs. */
  public static Proof create() {
    Session session = new Session();
    List<Check> checks =
        List.of(
            new Connect(session),
            new RefuseWrongPassword(),
            step(session, "create a collection of 3 fields", new CreateCollection()),
            step(session, "insert 3,000 rows", new InsertRows()),
            step(session, "flush and count", new FlushRows()),
            step(session, "index IVF_FLAT", new BuildIndex()),
            step(session, "load", new LoadCollection()),
            step(session, "vector search", new SearchVectors()),
            step(session, "query " + Rows.UPPER_HALF, new QueryRange()),
            step(session, "query with limit and offset", new QueryPages()),
            step(session, "filtered search", new SearchFiltered()),
            step(session, "delete by primary key", new DeleteRows()),
            step(session, "drop", new DropCollection()));
    return new Proof(MilvusBlueprint.SYSTEM, checks, session::close);
  }

  private static Check step(Session session, String name, Step step) {
    return new StepCheck(session, name, step);
  }
}
