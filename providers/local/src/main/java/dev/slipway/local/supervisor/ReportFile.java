package dev.slipway.local.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Where the report of one process is kept up to date. */
final class ReportFile {
  private final Path file;
  private Optional<ProcessReport> written = Optional.empty();

  ReportFile(Path file) {
    this.file = file;
  }

  /** Writes what has changed; what can't be written now (a full disk) is written the next time. */
  void write(ProcessReport report) {
    if (written.equals(Optional.of(report))) {
      return;
    }
    try {
      report.write(file);
      written = Optional.of(report);
    } catch (IOException e) {
      System.out.println(Instant.now() + " can't report on " + report.resource() + ": " + e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.out.println(Instant.now() + " can't delete " + file + ": " + e);
    }
  }
}
