package dev.slipway.engine.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The ways that are open for one proof; through it the outputs are seen as they are reached by
 * them.
 */
final class Ways implements Endpoint, AutoCloseable {
  private final Endpoint endpoint;
  private final Deque<Way> open = new ArrayDeque<>();
  private final Map<String, String> replaced = new HashMap<>();

  private Ways(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Opens the ways.
   *
   * @throws RuntimeException as the opener throws it, with none left open
   */
  static Ways open(List<Route> routes, Function<Route, Way> opener, Endpoint endpoint) {
    Ways ways = new Ways(endpoint);
    try {
      for (Route route : routes) {
        Way way = opener.apply(route);
        ways.open.push(way);
        ways.replaced.put(route.output(), route.through(endpoint.output(route.output()), way));
      }
      return ways;
    } catch (RuntimeException e) {
      ways.close();
      throw e;
    }
  }

  @Override
  public String output(String name) {
    String through = replaced.get(name);
    return through == null ? endpoint.output(name) : through;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
