package dev.slipway.engine.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who holds a stack's lock.
 *
 * @param expires end of the lease
 */
record LockOwner(
    String user, String host, long pid, String command, Instant since, Instant expires) {

  LockOwner until(Instant later) {
    return new LockOwner(user, host, pid, command, since, later);
  }

  static LockOwner me(String command, Instant expires) {
    return new LockOwner(
        System.getProperty("user.name"),
        hostName(),
        ProcessHandle.current().pid(),
        command,
        Instant.now(),
        expires);
  }

  private static String hostName() {
    try {
      Path file = Path.of("/etc/hostname");
      return Files.isReadable(file)
          ? Files.readString(file).strip()
          : Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
    } catch (IOException _) {
      return "localhost";
    }
  }

  private static Path file(Path folder) {
    return folder.resolve("lock.json");
  }

  /** Who holds the lock, or held it last without letting go of it in good order. */
  static Optional<LockOwner> read(Path folder) throws IOException {
    if (!Files.exists(file(folder))) {
      return Optional.empty();
    }
    try {
      Map<?, ?> tree = JsonMapper.shared().readValue(Files.readAllBytes(file(folder)), Map.class);
      return Optional.of(
          new LockOwner(
              tree.get("user").toString(),
              tree.get("host").toString(),
              ((Number) tree.get("pid")).longValue(),
              tree.get("command").toString(),
              Instant.parse(tree.get("since").toString()),
              Instant.parse(tree.get("expires").toString())));
    } catch (RuntimeException _) {
      // Half written by a crash: it tells nothing.
      return Optional.empty();
    }
  }

  void write(Path folder) throws IOException {
    String json =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "user", user,
                    "host", host,
                    "pid", pid,
                    "command", command,
                    "since", since().toString(),
                    "expires", expires().toString()));
    Path fresh = folder.resolve("lock.json.new");
    Files.write(fresh, json.getBytes(StandardCharsets.UTF_8));
    Files.move(
        fresh, file(folder), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(file(folder));
    Files.deleteIfExists(folder.resolve("lock.json.new"));
  }
}
