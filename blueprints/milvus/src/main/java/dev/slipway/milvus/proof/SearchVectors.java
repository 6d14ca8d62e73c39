package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.vector.response.SearchResp.SearchResult;
import java.util.List;

/** Each vector that is searched for finds itself, and the true neighbours with few exceptions. */
final class SearchVectors implements Step {
  private static final double LEAST_RECALL = 0.9;
  private static final double SAME = 1e-5;

  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    List<List<SearchResult>> answers = Search.nearest(milvus, "");
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
      SearchResult top = hits.getFirst();
      Expect.that(
          top.getId().equals(String.valueOf(row)) && top.getScore() <= SAME,
          "row %d at distance 0 as the nearest to its own vector".formatted(row),
          "row %s at distance %s".formatted(top.getId(), top.getScore()));
      List<String> truth = milvus.rows().nearest(row, Search.HITS, _ -> true);
      found += hits.stream().filter(hit -> truth.contains(hit.getId())).count();
    }
    double recall = (double) found / (Search.HITS * answers.size());
    Expect.that(
        recall >= LEAST_RECALL,
        "at least %.2f of the true neighbours".formatted(LEAST_RECALL),
        "%.2f".formatted(recall));
    return "%d vectors found themselves, recall %.2f".formatted(answers.size(), recall);
  }
}
