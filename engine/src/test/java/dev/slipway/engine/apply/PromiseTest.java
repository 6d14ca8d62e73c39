package dev.slipway.engine.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Diff;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.engine.resource.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PromiseTest {
  private static final Value<String> UNKNOWN = Value.ref(ResourceId.parse("sim.box/a"), "id");

  private static Diff diff(String path, Object before, Object after) {
    return Diff.builder().field(path, before, after).build();
  }

  @Test
  void isKeptByTheSameAndByLess() {
    assertThat(Promise.keeps(diff("a", 1, 2), diff("a", 1, 2))).isTrue();
    assertThat(Promise.keeps(diff("a", 1, 2), diff("a", 9, 2))).isTrue();
    assertThat(Promise.keeps(diff("a", 1, 2), Diff.NONE)).isTrue();
  }

  @Test
  void isBrokenByAnotherValueAnotherFieldOrAReplacement() {
    assertThat(Promise.keeps(diff("a", 1, 2), diff("a", 1, 3))).isFalse();
    assertThat(Promise.keeps(diff("a", 1, 2), diff("b", 1, 2))).isFalse();
    assertThat(Promise.keeps(diff("a", 1, 2), Diff.builder().immutable("a", 1, 2).build()))
        .isFalse();
  }

  @Test
  void isKeptByAnyValueOfWhatWasUnknownAndOnlyThere() {
    assertThat(Promise.keeps(diff("a", "x", UNKNOWN), diff("a", "x", "y"))).isTrue();
    Diff promised = diff("list", List.of("x"), List.of("first", UNKNOWN));
    assertThat(Promise.keeps(promised, diff("list", List.of("x"), List.of("first", "made"))))
        .isTrue();
    assertThat(Promise.keeps(promised, diff("list", List.of("x"), List.of("other", "made"))))
        .isFalse();
    assertThat(Promise.keeps(promised, diff("list", List.of("x"), List.of("first")))).isFalse();
    Diff map = diff("map", Map.of(), Map.of("k", UNKNOWN, "l", "m"));
    assertThat(Promise.keeps(map, diff("map", Map.of(), Map.of("k", "made", "l", "m")))).isTrue();
    assertThat(Promise.keeps(map, diff("map", Map.of(), Map.of("k", "made", "l", "n")))).isFalse();
  }
}
