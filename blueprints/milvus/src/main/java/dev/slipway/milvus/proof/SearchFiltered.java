package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.vector.response.SearchResp.SearchResult;
import java.util.List;

/** Every hit of a search with a condition satisfies it, and few nearer rows that do are missing. */
final class SearchFiltered implements Step {
  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    List<List<SearchResult>> answers = Search.nearest(milvus, Rows.UPPER_HALF);
    double recall = Search.recall(milvus, answers, Rows::upperHalf);
    int hits = 0;
    for (List<SearchResult> answer : answers) {
      for (SearchResult hit : answer) {
        double random = ((Number) hit.getEntity().get(Rows.RANDOM)).doubleValue();
        Expect.that(
            Rows.upperHalf(random),
            "only hits with " + Rows.UPPER_HALF,
            "row %s with %s".formatted(hit.getId(), random));
        hits++;
      }
    }
    return "%d hits, all with %s, recall %s"
        .formatted(hits, Rows.UPPER_HALF, Figures.ratio(recall));
  }
}
