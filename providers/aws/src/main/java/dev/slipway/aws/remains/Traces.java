package dev.slipway.aws.remains;

import java.util.List;

/** Finds and removes one kind of what clusters make by themselves. */
interface Traces {
  /** What there is of a cluster's. */
  List<Trace> of(String cluster);

  /**
   * Removes one, or begins to; it is no error if it is gone already.
   *
   * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if something else still
   *     uses it, or it can't be removed
   */
  void remove(Trace trace);
}
