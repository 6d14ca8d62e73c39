package dev.slipway.kubernetes.chart.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kubernetes.object.ApiObject;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GeneratedValuesTest {
  @Test
  void whatDiffersBetweenTwoRenderingsStaysAsItWas() {
    assertThat(keep("word: Xy12345678", "word: Zz87654321", "word: Aa11223344"))
        .isEqualTo("word: Aa11223344");
  }

  @Test
  void aChangeBesideWhatWasMadeUpIsSeen() {
    assertThat(
            merged(
                configs("word: Xy12345678", "user: ann\nword: Xy12345678"),
                configs("word: Zz87654321", "user: ann\nword: Zz87654321"),
                configs("word: Aa11223344", "user: bob\nword: Aa11223344")))
        .isEqualTo(configs("word: Aa11223344", "user: ann\nword: Aa11223344"));
  }

  @Test
  void whatIsOfAnotherLengthEachTimeIsOne() {
    assertThat(
            keep(
                "BEGIN\nabcdefgh\nijkl\nEND",
                "BEGIN\nmnopqrst\nuvwxyz12\n34\nEND",
                "BEGIN\n55556666\nEND"))
        .isEqualTo("BEGIN\n55556666\nEND");
  }

  @Test
  void aRenderingThatOnlyTheUserChangedIsTaken() {
    assertThat(keep("user: ann", "user: ann", "user: bob")).isEqualTo("user: ann");
  }

  @Test
  void whatIsNewIsTaken() {
    assertThat(merged(configs("Xy12345678"), configs("Zz87654321"), new TreeMap<>()))
        .isEqualTo(configs("Xy12345678"));
  }

  private static String keep(String first, String second, String last) {
    return merged(configs(first), configs(second), configs(last))
        .get("0")
        .text("data", "text")
        .orElseThrow();
  }

  private static SortedMap<String, ApiObject> merged(
      SortedMap<String, ApiObject> first,
      SortedMap<String, ApiObject> second,
      SortedMap<String, ApiObject> last) {
    return GeneratedValues.keep(first, () -> second, last);
  }

  private static SortedMap<String, ApiObject> configs(String... texts) {
    SortedMap<String, ApiObject> objects = new TreeMap<>();
    for (int i = 0; i < texts.length; i++) {
      objects.put(
          String.valueOf(i),
          new ApiObject(Map.of("kind", "ConfigMap", "data", Map.of("text", texts[i]))));
    }
    return objects;
  }
}
