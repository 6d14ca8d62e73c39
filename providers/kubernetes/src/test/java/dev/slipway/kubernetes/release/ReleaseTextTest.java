package dev.slipway.kubernetes.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseTextTest {
  private static final String MARKER = "slipway-hole-0123456789abcdef";

  private final ReleaseText text = new ReleaseText(Map.of(MARKER, "a\"b\\\nc"));

  @Test
  void withinAManifestAValueIsEscapedAsItsQuotesWantIt() {
    assertThat(text.manifest("password: \"x" + MARKER + "\"\n"))
        .isEqualTo("password: \"xa\\\"b\\\\\\nc\"\n");
  }

  @Test
  void withinValuesItIsNot() {
    assertThat(text.tree(Map.of("password", MARKER))).isEqualTo(Map.of("password", "a\"b\\\nc"));
  }

  @Test
  void aNullAmongTheValuesStays() {
    Map<String, Object> values = new HashMap<>();
    values.put("limits", null);
    values.put("list", Arrays.asList("a", null));
    assertThat(text.tree(values)).isEqualTo(values);
  }
}
