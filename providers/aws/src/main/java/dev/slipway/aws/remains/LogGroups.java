package dev.slipway.aws.remains;

import dev.slipway.aws.access.Clients;
import dev.slipway.aws.refusal.Refusals;
import java.util.ArrayList;
import java.util.List;

/**
 * Log groups that agents and the control plane write to: they make them anew if they were deleted,
 * and their last lines may arrive late.
 */
record LogGroups(Clients clients) implements Traces {
  @Override
  public List<Trace> of(String cluster) {
    List<Trace> traces = new ArrayList<>();
    for (String prefix :
        List.of("/aws/containerinsights/" + cluster + "/", "/aws/eks/" + cluster + "/")) {
      clients
          .logs()
          .describeLogGroupsPaginator(request -> request.logGroupNamePrefix(prefix))
          .logGroups()
          .forEach(
              found ->
                  traces.add(
                      new Trace(
                          "log group", found.logGroupName(), found.logGroupName(), "its name")));
    }
    return traces;
  }

  @Override
  public void remove(Trace trace) {
    Refusals.unlessGone(
        () -> clients.logs().deleteLogGroup(request -> request.logGroupName(trace.id())),
        "ResourceNotFoundException");
  }
}
