package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.vector.request.InsertReq;

/** Inserts the rows, in one batch. */
final class InsertRows implements Step {
  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    long inserted =
        milvus
            .client()
            .insert(
                InsertReq.builder()
                    .collectionName(milvus.collection())
                    .data(milvus.rows().json())
                    .build())
            .getInsertCnt();
    Expect.that(inserted == Rows.COUNT, "3,000 rows to be inserted", Figures.count(inserted));
    return Figures.count(inserted) + " rows in one batch";
  }
}
