package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.Check;
import dev.slipway.engine.verify.Proof;
import dev.slipway.engine.verify.Route;
import dev.slipway.milvus.MilvusBlueprint;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that Milvus serves: its official Java client is driven through the endpoint that the user
 * gets, from creating a collection to dropping it.
 */
public final class MilvusProof {
  private MilvusProof() {}

  /** The proof of an endpoint with TLS and a password that is reached directly. */
  public static Proof create() {
    return create(Access.FULL, false, List.of());
  }

  /**
   * The proof; nothing is opened before its first check runs.
   *
   * @param access what the endpoint asks of its clients
   * @param attu whether its web console is proven too
   * @param routes to what can't be reached directly
   */
  public static Proof create(Access access, boolean attu, List<Route> routes) {
    Session session = new Session();
    List<Check> checks = new ArrayList<>();
    checks.add(new Connect(session, access));
    if (access.authentication()) {
      checks.add(new RefuseWrongPassword(access));
    }
    checks.add(step(session, "create a collection of 3 fields", new CreateCollection()));
    checks.add(step(session, "insert 3,000 rows", new InsertRows()));
    checks.add(step(session, "flush and count", new FlushRows()));
    checks.add(step(session, "index IVF_FLAT", new BuildIndex()));
    checks.add(step(session, "load", new LoadCollection()));
    checks.add(step(session, "vector search", new SearchVectors()));
    checks.add(step(session, "query " + Rows.UPPER_HALF, new QueryRange()));
    checks.add(step(session, "query with limit and offset", new QueryPages()));
    checks.add(step(session, "filtered search", new SearchFiltered()));
    checks.add(step(session, "delete by primary key", new DeleteRows()));
    checks.add(step(session, "drop", new DropCollection()));
    if (attu) {
      checks.add(new AttuAnswers());
    }
    return new Proof(MilvusBlueprint.SYSTEM, checks, session::close, routes);
  }

  private static Check step(Session session, String name, Step step) {
    return new StepCheck(session, name, step);
  }
}
