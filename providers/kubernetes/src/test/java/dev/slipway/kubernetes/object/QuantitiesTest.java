package dev.slipway.kubernetes.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantitiesTest {
  @Test
  void meansTheSameInAnotherForm() {
    assertThat(Quantities.same("500m", "0.5")).isTrue();
    assertThat(Quantities.same(1L, "1000m")).isTrue();
    assertThat(Quantities.same("1Gi", "1024Mi")).isTrue();
    assertThat(Quantities.same("1e3", "1k")).isTrue();
    assertThat(Quantities.same("1G", "1Gi")).isFalse();
    assertThat(Quantities.same("fast", "fast")).isFalse();
  }
}
