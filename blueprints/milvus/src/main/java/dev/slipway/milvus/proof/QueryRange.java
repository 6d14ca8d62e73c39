package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.vector.request.QueryReq;
import io.milvus.v2.service.vector.response.QueryResp.QueryResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A query gives every row that satisfies its condition, with the values that were inserted. */
final class QueryRange implements Step {
  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    List<QueryResult> results =
        milvus
            .client()
            .query(
                QueryReq.builder()
                    .collectionName(milvus.collection())
                    .filter(Rows.UPPER_HALF)
                    .outputFields(List.of(Rows.KEY, Rows.RANDOM))
                    .build())
            .getQueryResults();
    long expected = milvus.rows().count(Rows::upperHalf);
    Expect.that(
        results.size() == expected,
        "%s rows with %s".formatted(Figures.count(expected), Rows.UPPER_HALF),
        Figures.count(results.size()));
    Set<Integer> seen = new HashSet<>();
    for (QueryResult result : results) {
      Map<String, Object> row = result.getEntity();
      int number = Integer.parseInt((String) row.get(Rows.KEY));
      Expect.that(seen.add(number), "each row once", "row %d twice".formatted(number));
      double random = ((Number) row.get(Rows.RANDOM)).doubleValue();
      Expect.that(
          random == milvus.rows().random(number) && Rows.upperHalf(random),
          "row %d with %s".formatted(number, milvus.rows().random(number)),
          Double.toString(random));
    }
    return Figures.count(expected) + " rows";
  }
}
