package dev.slipway.local.python;

import dev.slipway.local.directory.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written into an environment when everything is in it: a folder without it is what a crash
 * left.
 *
 * @param owner the stack's mark
 * @param id the resource, as {@code type/name}
 * @param requirements hash of the requirements that were installed
 * @param version of the interpreter
 * @param completed time in milliseconds since 1970
 */
record CompletionMark(
    String owner, String id, String requirements, PythonVersion version, long completed) {
  private static final String FILE = ".slipway-environment";
  private static final JsonMapper JSON = new JsonMapper();

  static Optional<CompletionMark> read(Path environment) throws IOException {
    Path file = environment.resolve(FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      JsonNode node = JSON.readTree(Files.readString(file));
      return Optional.of(
          new CompletionMark(
              node.path("owner").asString(""),
              node.path("id").asString(""),
              node.path("requirements").asString(""),
              PythonVersion.parse(node.path("version").asString("")),
              node.path("completed").asLong(0)));
    } catch (JacksonException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Whether a file in an environment is its mark. */
  static boolean isMark(Path file) {
    return file.endsWith(FILE);
  }

  void write(Path environment) throws IOException {
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("owner", owner);
    fields.put("id", id);
    fields.put("requirements", requirements);
    fields.put("version", version.toString());
    fields.put("completed", completed);
    DurableFile.write(
        environment.resolve(FILE),
        (JSON.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
