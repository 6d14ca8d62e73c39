package dev.slipway.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StackSchemaTest {
  private static final SchemaAgreement AGREEMENT = new SchemaAgreement();

  private final String schema = new StackSchema(Systems.BLUEPRINTS, Systems.TARGETS).json();

  static List<StackFixture> fixtures() {
    return StackFixture.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void agreesWithTheReaderOnEveryFixture(StackFixture fixture) {
    AGREEMENT
        .verdicts(fixture.text())
        .ifPresent(verdicts -> assertThat(verdicts).matches(SchemaAgreement.Verdicts::agree));
  }

  @Test
  void canJudgeMostFixtures() {
    long judged =
        fixtures().stream()
            .map(fixture -> AGREEMENT.verdicts(fixture.text()))
            .filter(Optional::isPresent)
            .count();

    assertThat(judged).isGreaterThan(25);
  }

  @Test
  void isAValidSchemaItself() {
    JsonNode node = new JsonMapper().readTree(schema);

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(node))
        .isEmpty();
  }

  @Test
  void isWhatWasReviewed() throws IOException {
    Path golden = Path.of("src/test/resources/stack/schema.json");
    if (Boolean.getBoolean("golden.accept")) {
      Files.writeString(golden, schema);
    }
    assertThat(schema).isEqualTo(Files.readString(golden));
  }
}
