package dev.slipway.milvus.guide;

import static dev.slipway.milvus.rig.MilvusBehindTls.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.stack.Launch.Guide;
import dev.slipway.milvus.rig.MilvusBehindTls;
import dev.slipway.milvus.rig.PythonEnvironment;
import dev.slipway.milvus.rig.TestEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MilvusGuidesTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.-]+)}}");

  @TempDir static Path folder;
  private static MilvusBehindTls running;
  private static TestEndpoint endpoint;

  @BeforeAll
  static void start() throws Exception {
    running = MilvusBehindTls.start(folder);
    endpoint = running.endpoint();
  }

  @AfterAll
  static void stop() {
    if (running != null) {
      running.close();
    }
  }

  @Test
  void pythonConnectsAsTheGuideSays() throws Exception {
    Path program = Files.writeString(folder.resolve("connect.py"), guide("Python"));
    assertThat(run(PythonEnvironment.python().toString(), program.toString())).endsWith("[]\n");
  }

  @Test
  void javaConnectsAsTheGuideSays() throws Exception {
    Path program = Files.writeString(folder.resolve("Connect.java"), guide("Java"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(run(java, "--class-path", System.getProperty("java.class.path"), program.toString()))
        .endsWith("[]\n");
  }

  @Test
  void guidesNameOnlyOutputsThatThereAreAndDoNotQuoteThePassword() {
    for (Guide guide : MilvusGuides.all()) {
      assertThat(filled(guide)).doesNotContain("{{").doesNotContain(PASSWORD);
    }
  }

  private static String guide(String title) {
    return MilvusGuides.all().stream()
        .filter(guide -> guide.title().equals(title))
        .map(MilvusGuidesTest::filled)
        .findFirst()
        .orElseThrow();
  }

  private static String filled(Guide guide) {
    return PLACE
        .matcher(guide.text())
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    place.group(1).equals("milvus.password")
                        ? "slipway outputs milvus.password --reveal"
                        : endpoint.output(place.group(1))));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(List.of(command));
    builder.environment().put("MILVUS_PASSWORD", PASSWORD);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends within 2 minutes").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String printed = Files.readString(output);
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }
}
