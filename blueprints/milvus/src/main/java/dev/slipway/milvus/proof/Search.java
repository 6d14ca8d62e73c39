package dev.slipway.milvus.proof;

import dev.slipway.engine.verify.CheckFailure;
import io.milvus.v2.common.IndexParam;
import io.milvus.v2.service.vector.request.SearchReq;
import io.milvus.v2.service.vector.request.data.BaseVector;
import io.milvus.v2.service.vector.request.data.FloatVec;
import io.milvus.v2.service.vector.response.SearchResp.SearchResult;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/** Searches for vectors that were inserted. */
final class Search {
  static final int HITS = 10;

  /** The rows whose vectors are searched for. */
  static final List<Integer> SOUGHT =
      List.of(2_999, 0, 1, 42, 500, 998, 1_262, 1_580, 2_377, 2_998);

  /** Half of the cells: nearly exact, and still through the index. */
  private static final int PROBES = BuildIndex.CELLS / 2;

  private static final double LEAST_RECALL = 0.9;

  private Search() {}

  /**
   * The nearest rows to each of the {@link #SOUGHT}.
   *
   * @param filter a condition that each hit must satisfy; empty for none
   */
  static List<List<SearchResult>> nearest(Session.Open milvus, String filter) {
    List<BaseVector> vectors =
        SOUGHT.stream().<BaseVector>map(row -> new FloatVec(milvus.rows().embedding(row))).toList();
    return milvus
        .client()
        .search(
            SearchReq.builder()
                .collectionName(milvus.collection())
                .annsField(Rows.EMBEDDINGS)
                .metricType(IndexParam.MetricType.L2)
                .data(vectors)
                .limit(HITS)
                .filter(filter)
                .outputFields(List.of(Rows.RANDOM))
                .searchParams(Map.of("nprobe", PROBES))
                .build())
        .getSearchResults();
  }

  /**
   * Which part of the true neighbours was found.
   *
   * @param condition that the hits were asked to satisfy
   * @throws CheckFailure if hits are missing, or too many of them are not among the nearest
   */
  static double recall(
      Session.Open milvus, List<List<SearchResult>> answers, DoublePredicate condition)
      throws CheckFailure {
    Expect.that(
        answers.size() == SOUGHT.size(),
        "answers to %d vectors".formatted(SOUGHT.size()),
        "answers to %d".formatted(answers.size()));
    long found = 0;
    for (int i = 0; i < answers.size(); i++) {
      int row = SOUGHT.get(i);
      List<SearchResult> hits = answers.get(i);
      Expect.that(
          hits.size() == HITS, HITS + " hits for row " + row, Integer.toString(hits.size()));
      List<String> truth = milvus.rows().nearest(row, HITS, condition);
      found += hits.stream().filter(hit -> truth.contains(String.valueOf(hit.getId()))).count();
    }
    double recall = (double) found / (HITS * answers.size());
    Expect.that(
        recall >= LEAST_RECALL,
        "at least %s of the true neighbours".formatted(Figures.ratio(LEAST_RECALL)),
        Figures.ratio(recall));
    return recall;
  }
}
