package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.service.vector.response.SearchResp.SearchResult;
import java.util.List;

/** Each vector that is searched for finds itself, and the true neighbours with few exceptions. */
final class SearchVectors implements Step {
  private static final double SAME = 1e-5;

  @Override
  public String run(Session.Open milvus) throws CheckFailure {
    List<List<SearchResult>> answers = Search.nearest(milvus, "");
    double recall = Search.recall(milvus, answers, _ -> true);
    for (int i = 0; i < answers.size(); i++) {
      int row = Search.SOUGHT.get(i);
      SearchResult top = answers.get(i).getFirst();
      Expect.that(
          top.getId().equals(String.valueOf(row)) && top.getScore() <= SAME,
          "row %d at distance 0 as the nearest to its own vector".formatted(row),
          "row %s at distance %s".formatted(top.getId(), top.getScore()));
    }
    return "%d vectors found themselves, recall %s"
        .formatted(answers.size(), Figures.ratio(recall));
  }
}
