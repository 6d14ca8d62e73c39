package dev.slipway.cli.kubernetes;

import dev.slipway.cli.rig.Ended;
import dev.slipway.cli.rig.Running;
import dev.slipway.lab.kubernetes.ApiFault;
import dev.slipway.lab.kubernetes.FaultProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * A {@code kill -9} of a command at one of its requests.
 *
 * @param request its number, from 1
 * @param done whether the API server has done what was asked when the command dies, without having
 *     got the answer; otherwise the request never comes there
 */
record Kill(int request, boolean done) {

  /** So many, spread over a command of so many requests; all that there are if that's fewer. */
  static List<Kill> spread(int count, int requests) {
    List<Kill> all = new ArrayList<>();
    IntStream.rangeClosed(1, requests).forEach(request -> all.add(new Kill(request, false)));
    IntStream.rangeClosed(1, requests).forEach(request -> all.add(new Kill(request, true)));
    if (count >= all.size()) {
      return all;
    }
    return IntStream.range(0, count)
        .mapToObj(i -> all.get((int) ((2L * i + 1) * all.size() / (2L * count))))
        .toList();
  }

  /** Runs a command until it is killed; it may end before, if this time it needs fewer requests. */
  Ended of(String command, ClusterStack stack, FaultProxy proxy) {
    CompletableFuture<Running> victim = new CompletableFuture<>();
    proxy.reset();
    if (done) {
      proxy.afterEach(seen -> strike(seen.number(), victim));
    } else {
      proxy.beforeEach(seen -> strike(seen.number(), victim));
      proxy.faults(seen -> seen.number() >= request ? ApiFault.LOST : ApiFault.NONE);
    }
    try (Running running = stack.start(command)) {
      victim.complete(running);
      return running.end();
    } finally {
      proxy.reset();
    }
  }

  private void strike(int number, CompletableFuture<Running> victim) {
    if (number == request) {
      victim.join().signal("KILL");
    }
  }

  @Override
  public String toString() {
    return (done ? "after" : "before") + " request " + request;
  }
}
