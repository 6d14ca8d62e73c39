package dev.slipway.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.engine.diagnostic.DiagnosticException;
import dev.slipway.engine.resource.ResourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StackLockTest {
  @TempDir Path folder;

  @Test
  void namesWhoHoldsIt() {
    try (StackLock _ = StackLock.take(folder, "slipway up")) {
      assertThatExceptionOfType(DiagnosticException.class)
          .isThrownBy(() -> StackLock.take(folder, "slipway down"))
          .withMessageContaining("LOCK-HELD")
          .withMessageContaining("slipway up")
          .withMessageContaining("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void canBeTakenAgainAfterItWasLetGoOfAndLeavesNothingButTheJournal() throws IOException {
    StackLock.take(folder, "first").close();
    StackLock.take(folder, "second").close();

    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("journal.jsonl");
    }
  }

  @Test
  void isLetGoOfByAnInterruptedThreadToo() {
    StackLock lock = StackLock.take(folder, "first");
    Thread.currentThread().interrupt();
    lock.close();
    assertThat(Thread.interrupted()).isTrue();
    StackLock.take(folder, "second").close();
  }

  @Test
  void respectsALeaseOfAnotherMachineThatHasNotRunOut() throws IOException {
    LockOwner elsewhere =
        new LockOwner(
            "ann", "other-machine", 7, "slipway up", Instant.now(), Instant.now().plusSeconds(30));
    elsewhere.write(folder);

    assertThatExceptionOfType(DiagnosticException.class)
        .isThrownBy(() -> StackLock.take(folder, "slipway down"))
        .withMessageContaining("ann on other-machine");

    elsewhere.until(Instant.now().minusSeconds(1)).write(folder);
    StackLock.take(folder, "slipway down").close();
  }

  @Test
  void carriesTheJournalThroughItsOwnChannel() {
    try (StackLock lock = StackLock.take(folder, "up")) {
      Journal journal = lock.openJournal();
      journal.append(
          List.of(
              new Entry.Opened("lineage", "stack", "1", Instant.EPOCH),
              new Entry.Deleted(ResourceId.parse("sim.plain/a"))));
      assertThat(journal.state().serial()).isEqualTo(2);
    }
    assertThat(Journal.peek(StackLock.journal(folder)).lineage()).isEqualTo("lineage");
    try (StackLock lock = StackLock.take(folder, "up")) {
      assertThat(lock.openJournal().state().serial()).isEqualTo(2);
    }
  }

  @Test
  void mendsTheJournalAndKeepsTheDamagedOneBesideIt() throws IOException {
    Path journal = StackLock.journal(folder);
    ResourceId id = ResourceId.parse("sim.plain/a");
    try (StackLock lock = StackLock.take(folder, "up")) {
      lock.openJournal()
          .append(
              List.of(
                  new Entry.Opened("lineage", "stack", "1", Instant.EPOCH),
                  new Entry.Deleted(id),
                  new Entry.Deleted(id)));
      assertThat(lock.repairJournal("2")).isEmpty();
    }
    String damaged = Files.readString(journal).replaceFirst("deleted", "deluded");
    Files.writeString(journal, damaged);

    try (StackLock lock = StackLock.take(folder, "repair")) {
      Repair.Result result = lock.repairJournal("2").orElseThrow();
      assertThat(result.damaged()).hasFileName("journal.damaged-1.jsonl").hasContent(damaged);
      assertThat(result.dropped())
          .containsExactly(new Repair.Dropped(2, "its checksum doesn't fit"));
      assertThat(result.kept()).isEqualTo(2);
    }
    State mended = Journal.peek(journal);
    assertThat(mended.lineage()).isNotEqualTo("lineage").isNotEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }
}
