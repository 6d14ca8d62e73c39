package dev.slipway.engine.verify;

import dev.slipway.engine.resource.ResourceId;
import java.net.URI;
import java.util.Objects;

/**
 * Where a system serves that can be reached only from within the place that it runs in, such as a
 * cluster. The provider of {@code to} opens a way there from this machine.
 *
 * @param output an output that is a URI; while the way is open, its host and port are the way's
 * @param to what serves, for example a service
 * @param port of {@code to}, 1 to 65535
 */
public record Route(String output, ResourceId to, int port) {
  public Route {
    Objects.requireNonNull(output, "output");
    Objects.requireNonNull(to, "to");
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("not a port: " + port);
    }
  }

  /** The URI that the output is while a way is open. */
  public String through(String uri, Way way) {
    URI there = URI.create(uri);
    String path = there.getRawPath() == null ? "" : there.getRawPath();
    return there.getScheme() + "://127.0.0.1:" + way.port() + path;
  }
}
