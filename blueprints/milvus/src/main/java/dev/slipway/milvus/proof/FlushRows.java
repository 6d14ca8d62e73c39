package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.collection.request.GetCollectionStatsReq;
import io.milvus.v2.service.utility.request.FlushReq;
import java.util.List;

/** Makes the rows durable and counts them. */
final class FlushRows implements Step {
  private static final long WAIT_MILLIS = 30_000;

  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    milvus
        .client()
        .flush(
            FlushReq.builder()
                .collectionNames(List.of(milvus.collection()))
                .waitFlushedTimeoutMs(WAIT_MILLIS)
                .build());
    long rows =
        milvus
            .client()
            .getCollectionStats(
                GetCollectionStatsReq.builder().collectionName(milvus.collection()).build())
            .getNumOfEntities();
    Expect.that(rows == Rows.COUNT, "3,000 rows after the flush", Figures.count(rows));
    return Figures.count(rows) + " rows";
  }
}
