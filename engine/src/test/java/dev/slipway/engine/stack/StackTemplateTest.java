package dev.slipway.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackTemplateTest {
  private final StackTemplate template = new StackTemplate(Systems.BLUEPRINTS, Systems.TARGETS);
  private final StackReader reader = new StackReader(Systems.BLUEPRINTS, Systems.TARGETS);

  @ParameterizedTest
  @CsvSource({
    "milvus, local",
    "milvus, eks",
    "milvus, bare",
    "sampler, local",
    "sampler, eks",
    "mlops, bare"
  })
  void everyStarterFileReads(String system, String target) {
    Stack stack = reader.read("a.yaml", template.write("first", system, target));

    assertThat(stack.name()).isEqualTo("first");
    assertThat(stack.target().kind().name()).isEqualTo(target);
    assertThat(stack.systems()).extracting(StackSystem::name).containsExactly(system);
  }

  @ParameterizedTest
  @CsvSource({"milvus, local", "milvus, eks", "mlops, bare"})
  void defaultsThatAreUncommentedChangeNothing(String system, String target) {
    String text = template.write("first", system, target);
    String uncommented =
        text.replaceAll("(?m)^( *)#([a-z])", "$1$2").replaceAll("(?m)^ *folder: .*\n", "");

    Stack before = reader.read("a.yaml", text);
    Stack after = reader.read("a.yaml", uncommented);

    assertThat(uncommented).isNotEqualTo(text).doesNotContainPattern("(?m)^ *#[a-z]");
    assertThat(after.site()).isEqualTo(before.site());
    assertThat(after.systems().getFirst().config()).isEqualTo(before.systems().getFirst().config());
  }

  @ParameterizedTest
  @CsvSource({"sampler, local", "mlops, eks"})
  void isWhatWasReviewed(String system, String target) throws IOException {
    String text = template.write("first", system, target);
    Path golden = Path.of("src/test/resources/stack/starter-" + system + "-" + target + ".txt");
    if (Boolean.getBoolean("golden.accept")) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @CsvSource({
    "first, milvos, local, STACK-UNKNOWN-SYSTEM, 'milvus'",
    "first, milvus, locl, STACK-UNKNOWN-TARGET, 'local'",
    "First, milvus, local, STACK-WRONG-FORM, ''"
  })
  void refusesWhatThereIsNot(String name, String system, String target, String code, String near) {
    assertThatThrownBy(() -> template.write(name, system, target))
        .hasMessageContaining(code)
        .satisfies(
            e ->
                assertThat(((dev.slipway.engine.diagnostic.DiagnosticException) e).first().fix())
                    .contains(near));
  }
}
