package dev.slipway.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderTest {
  @TempDir Path folder;

  private final Launch launch =
      new Launch(
          Optional.of(new JavaRuntime("/j/bin/java", List.of("-Xmx1m"), "/a.jar:/b.jar")),
          "example.Main",
          List.of("", "two words", "\"quoted\"\n", "für 数"),
          new TreeMap<>(Map.of("A", "=b", "C", "")));
  private final Order order =
      new Order(
          "local.process/a",
          7,
          launch,
          new TreeMap<>(Map.of("kind", "tcp", "port", "1")),
          Duration.ofMillis(1500),
          LogFile.of(folder("a.log")));

  @Test
  void comesBackFromItsFileAsItWas() throws Exception {
    order.write(folder.resolve("a.json"));

    assertThat(Order.read(folder.resolve("a.json"))).contains(order);
    assertThat(folder.toFile().list()).containsExactly("a.json");
  }

  @Test
  void isNoneWhenItsFileIsAbsentEmptyCutOrOfAnotherKind() throws Exception {
    Path file = folder.resolve("a.json");
    assertThat(Order.read(file)).isEmpty();
    for (String text : List.of("", "[1]", "{\"resource\":\"a/b\"}", "{\"resource\":\"a")) {
      Files.writeString(file, text);
      assertThat(Order.read(file)).as(text).isEmpty();
    }
  }

  @Test
  void fingerprintTellsLaunchesApartButNotByOptionsOfTheRuntime() {
    Launch faster =
        new Launch(
            launch
                .java()
                .map(java -> new JavaRuntime(java.executable(), List.of(), java.classPath())),
            launch.program(),
            launch.arguments(),
            launch.environment());
    Launch other = new Launch(launch.java(), launch.program(), List.of("x"), launch.environment());

    assertThat(faster.fingerprint()).isEqualTo(launch.fingerprint());
    assertThat(other.fingerprint()).isNotEqualTo(launch.fingerprint());
    assertThat(faster.command()).startsWith("/j/bin/java", "-cp", "/a.jar:/b.jar", "example.Main");
  }

  private static Path folder(String name) {
    return Path.of("/logs").resolve(name);
  }
}
