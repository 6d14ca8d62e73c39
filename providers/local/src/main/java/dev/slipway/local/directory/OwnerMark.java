package dev.slipway.local.directory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What tells that a folder belongs to a stack: a file {@value #FILE} in it.
 *
 * @param owner the stack's mark
 * @param id the resource, as {@code type/name}
 */
record OwnerMark(String owner, String id) {
  static final String FILE = ".slipway-owner";

  private static final JsonMapper JSON = new JsonMapper();

  /** The mark in a folder; empty if there is none or it can't be understood. */
  static Optional<OwnerMark> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      JsonNode node = JSON.readTree(Files.readString(file));
      return Optional.of(
          new OwnerMark(node.path("owner").asString(""), node.path("id").asString("")));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  void write(Path folder) throws IOException {
    String json = JSON.writeValueAsString(Map.of("owner", owner, "id", id));
    DurableFile.write(folder.resolve(FILE), (json + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a file in a marked folder is the mark, whole or unfinished. */
  static boolean isMark(Path file) {
    return file.getFileName().toString().startsWith(FILE);
  }
}
