package dev.slipway.kubernetes.chart.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoYamlTest {
  /** What Helm 4.3.1 makes of the same text by {@code fromYaml | toJson}. */
  @ParameterizedTest
  @CsvSource({
    "0755, 493", "-0755, -493", "1e3, 1000", "08, 8", "1_000, 1000", "0x1F, 31", "0o17, 15",
    "+5, 5", "1., 1", "1.0, 1", ".5, 0.5", "22:22, 22:22", "2020-01-01, 2020-01-01", "=, =",
    "yes, true", "y, true", "off, false", "123456789012345678901234567890, 1.2345678901234568E29"
  })
  void scalarsMeanWhatTheyMeanToHelm(String text, String meaning) {
    assertThat(GoYaml.map("a: " + text).get("a").toString()).isEqualTo(meaning);
  }

  @Test
  void theLastOfTwoKeysCountsAndMergesAreMerged() {
    assertThat(GoYaml.map("{a: 1, a: 2, b: {<<: {c: 3}, d: 4}}"))
        .isEqualTo(Map.of("a", 2L, "b", Map.of("c", 3L, "d", 4L)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "yes",
        "y",
        "0755",
        "1e3",
        "22:22",
        "",
        " spaced ",
        "a: b",
        "# no comment",
        "---",
        "two\nlines",
        "two\nlines\n",
        "\nfirst empty",
        "last empty\n\n",
        "tab\there",
        "Ü ünï",
        "- item",
        "quote\"d",
        "back\\slash",
        "{{ x }}",
        "line\r\nend",
        " indented\nblock",
        "~"
      })
  void whatIsWrittenIsReadBack(String text) {
    Map<String, Object> tree = Map.of("text", text, "list", List.of(text, Map.of("key", text)));

    assertThat(GoYaml.map(ManifestText.of(tree, _ -> false))).isEqualTo(tree);
    assertThat(GoYaml.map(ManifestText.of(tree, _ -> true))).isEqualTo(tree);
  }

  @Test
  void nestedListsAndEmptyThingsAreReadBack() {
    Map<String, Object> tree =
        Map.of(
            "empty", Map.of("map", Map.of(), "list", List.of()),
            "nested", List.of(List.of(1L, 2L), List.of(), Map.of("a", List.of(Map.of("b", true)))),
            "numbers", List.of(0.5, -3L, 1.5e30));

    assertThat(GoYaml.map(ManifestText.of(tree, _ -> false))).isEqualTo(tree);
  }
}
