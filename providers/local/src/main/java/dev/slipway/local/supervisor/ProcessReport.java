package dev.slipway.local.supervisor;

import dev.slipway.local.process.host.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the supervisor tells of a process.
 *
 * @param resource id of the resource that the process is
 * @param generation of the order that is followed
 * @param launch fingerprint of what runs or was tried last
 * @param process the process itself, if there is one
 * @param restarts how often it was brought back since it was last launched anew
 * @param failures how often in a row it ended without a long enough run
 * @param failingSince when the first run of those began
 * @param nextStart when it will be started again, if it waits for that
 */
public record ProcessReport(
    String resource,
    long generation,
    String launch,
    State state,
    Optional<ProcessIdentity> process,
    int restarts,
    int failures,
    Optional<Exit> lastExit,
    Instant since,
    Optional<Instant> failingSince,
    Optional<Instant> nextStart,
    Path logFile) {

  /** Where a process is in its life. */
  public enum State {
    STARTING,
    RUNNING,
    BACKING_OFF,
    STOPPING,
    STOPPED
  }

  /** Whether the process lives at this moment, whatever the supervisor last said. */
  public boolean alive() {
    return process.filter(ProcessIdentity::alive).isPresent();
  }

  /**
   * Empty if there is no such report.
   *
   * @throws IOException if the file can't be read
   */
  public static Optional<ProcessReport> read(Path file) throws IOException {
    try {
      return Document.read(file).map(ProcessReport::of);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /**
   * @throws IOException if the file can't be written, or its folder doesn't exist
   */
  public void write(Path file) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("resource", resource);
    fields.put("generation", generation);
    fields.put("launch", launch);
    fields.put("state", state.name());
    process.ifPresent(
        identity -> {
          fields.put("pid", identity.pid());
          fields.put("started", identity.start());
        });
    fields.put("restarts", restarts);
    fields.put("failures", failures);
    lastExit.ifPresent(
        exit -> {
          exit.code().ifPresent(code -> fields.put("exit-code", code));
          exit.error().ifPresent(error -> fields.put("exit-error", error));
          fields.put("exit-at", exit.at());
        });
    fields.put("since", since);
    failingSince.ifPresent(at -> fields.put("failing-since", at));
    nextStart.ifPresent(at -> fields.put("next-start", at));
    fields.put("log-file", logFile);
    new Document(fields).write(file);
  }

  private static ProcessReport of(Document document) {
    return new ProcessReport(
        document.text("resource"),
        document.number("generation"),
        document.text("launch"),
        State.valueOf(document.text("state")),
        document
            .optionalNumber("pid")
            .map(pid -> new ProcessIdentity(pid, document.text("started"))),
        (int) document.number("restarts"),
        (int) document.number("failures"),
        document
            .optionalText("exit-at")
            .map(
                at ->
                    new Exit(
                        document.optionalNumber("exit-code").map(Long::intValue),
                        document.optionalText("exit-error"),
                        Instant.parse(at))),
        Instant.parse(document.text("since")),
        document.optionalText("failing-since").map(Instant::parse),
        document.optionalText("next-start").map(Instant::parse),
        Path.of(document.text("log-file")));
  }
}
