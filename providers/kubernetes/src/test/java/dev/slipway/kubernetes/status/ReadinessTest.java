package dev.slipway.kubernetes.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.resource.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReadinessTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "status");

  /** Each {@code status/<kind>/<case>.yaml} beside a {@code .txt} with the status it must give. */
  @TestFactory
  Stream<DynamicTest> eachFixtureGivesItsStatus() throws IOException {
    return StatusFixture.all().stream()
        .map(fixture -> DynamicTest.dynamicTest(fixture.name(), () -> check(fixture)));
  }

  private static void check(StatusFixture fixture) throws IOException {
    String actual = text(Readiness.of(fixture.object(), fixture.evidence()));
    Path golden = FOLDER.resolve(fixture.name() + ".txt");
    if (Boolean.getBoolean("golden.accept")) {
      Files.writeString(golden, actual);
    }
    assertThat(golden).as("accept with -Dgolden.accept=true").exists();
    assertThat(actual)
        .as("%s; accept what is new with -Dgolden.accept=true", golden)
        .isEqualTo(Files.readString(golden));
  }

  @Test
  void withoutEvidenceCurrentIsTheSame() throws IOException {
    for (StatusFixture fixture : StatusFixture.all()) {
      boolean waitsForConsumer = fixture.name().startsWith("persistentvolumeclaim/first-consumer");
      if (!waitsForConsumer) {
        assertThat(Readiness.of(fixture.object(), Evidence.NONE).equals(Status.CURRENT))
            .as(fixture.name())
            .isEqualTo(Readiness.of(fixture.object(), fixture.evidence()).equals(Status.CURRENT));
      }
    }
  }

  @Test
  void firstLineStandsAloneAndLogsAreFewAndIndented() throws IOException {
    for (StatusFixture fixture : StatusFixture.all()) {
      List<String> lines =
          text(Readiness.of(fixture.object(), fixture.evidence())).lines().toList();
      assertThat(lines.subList(1, lines.size()))
          .as(fixture.name())
          .hasSizeLessThanOrEqualTo(12)
          .allMatch(line -> line.startsWith("  "));
    }
  }

  private static String text(Status status) {
    return switch (status) {
      case Status.Current _ -> "Current\n";
      case Status.InProgress(String reason) -> "InProgress: " + reason + "\n";
      case Status.Failed(String reason) -> "Failed: " + reason + "\n";
      case Status.Terminating(String reason) -> "Terminating: " + reason + "\n";
      case Status.NotFound _ -> "NotFound\n";
    };
  }
}
