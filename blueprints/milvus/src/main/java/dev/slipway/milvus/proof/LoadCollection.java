package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.collection.request.GetLoadStateReq;
import io.milvus.v2.service.collection.request.LoadCollectionReq;

/** Loads the collection into memory, where it can be searched. */
final class LoadCollection implements Step {
  private static final long WAIT_MILLIS = 60_000;

  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    milvus
        .client()
        .loadCollection(
            LoadCollectionReq.builder()
                .collectionName(milvus.collection())
                .timeout(WAIT_MILLIS)
                .build());
    boolean loaded =
        milvus
            .client()
            .getLoadState(GetLoadStateReq.builder().collectionName(milvus.collection()).build());
    Expect.that(loaded, "the collection to be loaded", "one that isn't");
    return "loaded";
  }
}
