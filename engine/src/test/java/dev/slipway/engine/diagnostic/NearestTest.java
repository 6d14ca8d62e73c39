package dev.slipway.engine.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES = List.of("port", "data", "data-folder", "replicas");

  @ParameterizedTest
  @CsvSource({
    "prot, port",
    "por, port",
    "ports, port",
    "pert, port",
    "dta, data",
    "datafolder, data-folder",
    "data_folder, data-folder",
    "replica, replicas",
    "erplicsa, replicas"
  })
  void findsTheNameThatWasMeant(String given, String meant) {
    assertThat(Nearest.to(given, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"colour", "x", "''", "reporter"})
  void staysSilentWhenNothingIsNear(String given) {
    assertThat(Nearest.to(given, NAMES)).isEmpty();
  }

  @Test
  void prefersTheNearerNameAndThenTheFirstByAlphabet() {
    assertThat(Nearest.to("bat", List.of("cat", "bats", "rat"))).contains("bats");
    assertThat(Nearest.to("bat", List.of("rat", "cat"))).contains("cat");
  }

  @Test
  void isQuickForAHugeText() {
    assertThat(Nearest.to("a".repeat(5_000_000), NAMES)).isEmpty();
  }
}
