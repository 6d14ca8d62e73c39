package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.vector.request.DeleteReq;
import io.milvus.v2.service.vector.request.GetReq;
import io.milvus.v2.service.vector.request.QueryReq;
import java.util.List;

/** Rows that are deleted by key are gone, and no other is. */
final class DeleteRows implements Step {
  private static final List<Object> KEYS = List.of("0", "1");

  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    milvus
        .client()
        .delete(DeleteReq.builder().collectionName(milvus.collection()).ids(KEYS).build());
    int still =
        milvus
            .client()
            .get(
                GetReq.builder()
                    .collectionName(milvus.collection())
                    .ids(KEYS)
                    .outputFields(List.of(Rows.KEY))
                    .build())
            .getGetResults()
            .size();
    Expect.that(still == 0, "the deleted rows to be gone", still + " of them");
    long left = count(milvus);
    int expected = Rows.COUNT - KEYS.size();
    Expect.that(
        left == expected, Figures.count(expected) + " rows to be left", Figures.count(left));
    return "%d gone, %s left".formatted(KEYS.size(), Figures.count(left));
  }

  private static long count(Session.Open milvus) {
    Object count =
        milvus
            .client()
            .query(
                QueryReq.builder()
                    .collectionName(milvus.collection())
                    .filter(Rows.RANDOM + " >= 0")
                    .outputFields(List.of("count(*)"))
                    .build())
            .getQueryResults()
            .getFirst()
            .getEntity()
            .get("count(*)");
    return ((Number) count).longValue();
  }
}
