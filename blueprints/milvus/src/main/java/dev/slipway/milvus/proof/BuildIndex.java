package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.common.IndexBuildState;
import io.milvus.v2.common.IndexParam;
import io.milvus.v2.service.index.request.CreateIndexReq;
import io.milvus.v2.service.index.request.DescribeIndexReq;
import io.milvus.v2.service.index.response.DescribeIndexResp.IndexDesc;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Builds the vector index and waits for it. */
final class BuildIndex implements Step {
  static final int CELLS = 128;

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(100);

  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    milvus
        .client()
        .createIndex(
            CreateIndexReq.builder()
                .collectionName(milvus.collection())
                .indexParams(
                    List.of(
                        IndexParam.builder()
                            .fieldName(Rows.EMBEDDINGS)
                            .indexType(IndexParam.IndexType.IVF_FLAT)
                            .metricType(IndexParam.MetricType.L2)
                            .extraParams(Map.of("nlist", CELLS))
                            .build()))
                // Waiting in the client takes AllocTimestamp, which milvus-lite doesn't serve.
                .sync(false)
                .build());
    IndexDesc index = finished(milvus);
    Expect.that(
        index.getIndexType() == IndexParam.IndexType.IVF_FLAT
            && index.getMetricType() == IndexParam.MetricType.L2,
        "an index IVF_FLAT by L2",
        index.getIndexType() + " by " + index.getMetricType());
    return "L2, %d cells".formatted(CELLS);
  }

  private static IndexDesc finished(Session.Open milvus) throws CheckFailure {
    long start = System.nanoTime();
    while (true) {
      IndexDesc index =
          milvus
              .client()
              .describeIndex(
                  DescribeIndexReq.builder()
                      .collectionName(milvus.collection())
                      .fieldName(Rows.EMBEDDINGS)
                      .build())
              .getIndexDescByFieldName(Rows.EMBEDDINGS);
      Expect.that(index != null, "an index on embeddings", "none");
      Expect.that(
          index.getIndexState() != IndexBuildState.Failed,
          "the index to be built",
          "the failure: " + index.getIndexFailedReason());
      if (index.getIndexState() == IndexBuildState.Finished) {
        return index;
      }
      Expect.that(
          System.nanoTime() - start < LONGEST.toNanos(),
          "the index to be built within %d s".formatted(LONGEST.toSeconds()),
          "the state " + index.getIndexState());
      pause();
    }
  }

  private static void pause() throws CheckFailure {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckFailure(
          "The proof was interrupted while the index was built.", "Run `slipway verify`.", e);
    }
  }
}
