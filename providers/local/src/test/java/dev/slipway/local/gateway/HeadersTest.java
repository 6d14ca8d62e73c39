package dev.slipway.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

/** What belongs to one connection doesn't pass to the other. */
final class HeadersTest {
  @Test
  void fieldsOfTheConnectionAreLeftOut() {
    MultiMap from =
        MultiMap.caseInsensitiveMultiMap()
            .add("Connection", "keep-alive, X-Mine")
            .add("Keep-Alive", "timeout=5")
            .add("X-Mine", "1")
            .add("Transfer-Encoding", "chunked")
            .add("Host", "localhost")
            .add("Authorization", "Basic abc")
            .add("X-Theirs", "2")
            .add("X-Theirs", "3");
    MultiMap to = MultiMap.caseInsensitiveMultiMap();

    Headers.copyRequest(from, to);

    assertThat(to.names()).containsExactly("x-theirs");
    assertThat(to.getAll("x-theirs")).containsExactly("2", "3");
  }

  @Test
  void readinessForTrailersPasses() {
    MultiMap to = MultiMap.caseInsensitiveMultiMap();

    Headers.copyRequest(MultiMap.caseInsensitiveMultiMap().add("TE", "trailers, gzip"), to);

    assertThat(to.get("te")).isEqualTo("trailers");
  }
}
