package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.vector.request.QueryReq;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pages of a query have the size that was asked for and share no row. */
final class QueryPages implements Step {
  private static final int SIZE = 100;
  private static final int PAGES = 3;

  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    Set<String> seen = new HashSet<>();
    for (int page = 0; page < PAGES; page++) {
      List<String> keys = page(milvus, page);
      Expect.that(
          keys.size() == SIZE,
          "%d rows on page %d".formatted(SIZE, page + 1),
          "%d".formatted(keys.size()));
      for (String key : keys) {
        Expect.that(seen.add(key), "each row on one page", "row " + key + " on two");
      }
    }
    return "%d pages of %d rows, none twice".formatted(PAGES, SIZE);
  }

  private static List<String> page(Session.Open milvus, int page) {
    return milvus
        .client()
        .query(
            QueryReq.builder()
                .collectionName(milvus.collection())
                .filter(Rows.UPPER_HALF)
                .outputFields(List.of(Rows.KEY))
                .limit(SIZE)
                .offset((long) page * SIZE)
                .build())
        .getQueryResults()
        .stream()
        .map(row -> (String) row.getEntity().get(Rows.KEY))
        .toList();
  }
}
