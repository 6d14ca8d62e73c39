package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.collection.request.DropCollectionReq;
import io.milvus.v2.service.collection.request.HasCollectionReq;

/** The collection is gone when it has been dropped. */
final class DropCollection implements Step {
  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    milvus
        .client()
        .dropCollection(DropCollectionReq.builder().collectionName(milvus.collection()).build());
    boolean still =
        milvus
            .client()
            .hasCollection(HasCollectionReq.builder().collectionName(milvus.collection()).build());
    Expect.that(!still, "the dropped collection to be gone", "it still");
    return "gone";
  }
}
