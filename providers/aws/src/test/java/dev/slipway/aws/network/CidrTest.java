package dev.slipway.aws.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @Test
  void itsPartsLieSideBySideAndFillIt() {
    assertThat(Cidr.parse("10.0.0.0/16").parts(3))
        .extracting(Cidr::toString)
        .containsExactly(
            "10.0.0.0/19",
            "10.0.32.0/19",
            "10.0.64.0/19",
            "10.0.96.0/19",
            "10.0.128.0/19",
            "10.0.160.0/19",
            "10.0.192.0/19",
            "10.0.224.0/19");
  }

  @Test
  void overlapsWithWhatItHoldsAndWithWhatHoldsIt() {
    Cidr network = Cidr.parse("10.0.0.0/16");

    assertThat(network.overlaps(Cidr.parse("10.0.255.0/24"))).isTrue();
    assertThat(Cidr.parse("10.0.255.0/24").overlaps(network)).isTrue();
    assertThat(network.overlaps(Cidr.parse("10.1.0.0/16"))).isFalse();
    assertThat(Cidr.parse("255.255.255.255/32").overlaps(Cidr.parse("0.0.0.0/0"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.1/16",
        "10.0.0.256/32",
        "10.0.0.0/33",
        "10.0.0/16",
        "a.b.c.d/8"
      })
  void whatIsNoRangeIsRefused(String text) {
    assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
