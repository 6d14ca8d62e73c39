package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.vector.response.SearchResp.SearchResult;
import java.util.List;

/** Every hit of a search with a condition satisfies it, and no nearer row that does is missing. */
final class SearchFiltered implements Step {
  private static final double LEAST_RECALL = 0.9;

  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    List<List<SearchResult>> answers = Search.nearest(milvus, Rows.UPPER_HALF);
    Expect.that(
        answers.size() == Search.SOUGHT.size(),
        "answers to %d vectors".formatted(Search.SOUGHT.size()),
        "%d".formatted(answers.size()));
    long found = 0;
    for (int i = 0; i < answers.size(); i++) {
      int row = Search.SOUGHT.get(i);
      List<SearchResult> hits = answers.get(i);
      Expect.that(
          hits.size() == Search.HITS, Search.HITS + " hits for row " + row, hits.size() + " hits");
      for (SearchResult hit : hits) {
        double random = ((Number) hit.getEntity().get(Rows.RANDOM)).doubleValue();
        Expect.that(
            Rows.upperHalf(random),
            "only hits with " + Rows.UPPER_HALF,
            "row %s with %s".formatted(hit.getId(), random));
      }
      List<String> truth = milvus.rows().nearest(row, Search.HITS, Rows::upperHalf);
      found += hits.stream().filter(hit -> truth.contains(hit.getId())).count();
    }
    int hits = Search.HITS * answers.size();
    double recall = (double) found / hits;
    Expect.that(
        recall >= LEAST_RECALL,
        "at least %.2f of the true neighbours".formatted(LEAST_RECALL),
        "%.2f".formatted(recall));
    return "%d hits, all with %s, recall %.2f".formatted(hits, Rows.UPPER_HALF, recall);
  }
}
