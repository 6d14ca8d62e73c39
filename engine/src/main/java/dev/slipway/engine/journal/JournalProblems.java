package dev.slipway.engine.journal;

import dev.slipway.engine.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;

/** What can be wrong with a journal. */
final class JournalProblems {
  private JournalProblems() {}

  static Diagnostic unwritable(Path path, IOException reason) {
    return Diagnostic.environment(
        "JOURNAL-UNWRITABLE",
        "The journal can't be written",
        "Writing "
            + path
            + " failed: "
            + reason.getMessage()
            + ". No step that wasn't written down was begun.",
        "Make room on the disk or mend its permissions, then run the same command again: it goes on"
            + " where this one stopped.");
  }

  static Diagnostic unreadable(Path path, IOException reason) {
    return Diagnostic.environment(
        "JOURNAL-UNREADABLE",
        "The journal can't be read",
        "Reading " + path + " failed: " + reason.getMessage() + ".",
        "Mend the file's permissions or its disk, then run the same command again.");
  }

  static Diagnostic damaged(Path path, int line, String reason) {
    return Diagnostic.environment(
            "JOURNAL-DAMAGED",
            "The journal is damaged",
            "Line "
                + line
                + " of "
                + path
                + " can't be trusted: "
                + reason
                + ". Lines after it are whole, so this is no crash in "
                + "the middle of a write; something else changed the file.",
            "Put the file back from a backup, or let Slipway drop the damaged lines and look at"
                + " every resource again (the damaged file is kept beside it):\n"
                + "  slipway repair")
        .at(new Diagnostic.Location(path.toString(), line, 1));
  }

  static Diagnostic torn(Path path, int line) {
    return Diagnostic.environment(
        "JOURNAL-TORN",
        "The journal's last line was cut off",
        "Line "
            + line
            + " of "
            + path
            + " was not written to its end, as happens in a crash. What it would have told is found"
            + " out by looking at the resources.",
        "Nothing is to be done.");
  }
}
