package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.vector.request.QueryReq;
import io.milvus.v2.service.vector.response.QueryResp.QueryResult;
import java.util.List;
import java.util.Map;

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
        "%,d rows with %s".formatted(expected, Rows.UPPER_HALF),
        "%,d".formatted(results.size()));
    for (QueryResult result : results) {
      Map<String, Object> row = result.getEntity();
      int number = Integer.parseInt((String) row.get(Rows.KEY));
      double random = ((Number) row.get(Rows.RANDOM)).doubleValue();
      Expect.that(
          random == milvus.rows().random(number) && Rows.upperHalf(random),
          "row %d with %s".formatted(number, milvus.rows().random(number)),
          Double.toString(random));
    }
    return "%,d rows".formatted(expected);
  }
}
