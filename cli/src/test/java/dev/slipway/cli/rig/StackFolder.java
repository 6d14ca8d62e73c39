package dev.slipway.cli.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.session.Owner;
import dev.slipway.local.process.host.MarkedProcess;
import dev.slipway.local.process.host.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stack on this machine: its file and what is there of it. Closing it kills whatever of it still
 * lives.
 *
 * @param file the stack file
 * @param state the stack's own folder
 */
public record StackFolder(String name, Path file, Path state) implements AutoCloseable {

  /** A stack in a folder, with its state where Slipway puts it. */
  public static StackFolder in(Path folder, String name) {
    return new StackFolder(
        name, folder.resolve(name + ".yaml"), folder.resolve(".slipway").resolve(name));
  }

  /** Writes the stack file. */
  public StackFolder write(String text) {
    try {
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The living processes of one resource, without those that they started. */
  public List<MarkedProcess> processes(String resource) {
    List<MarkedProcess> all = Processes.marked(owner(), resource);
    List<Long> pids = all.stream().map(process -> process.identity().pid()).toList();
    return all.stream().filter(process -> !pids.contains(process.parent())).toList();
  }

  private String owner() {
    return Owner.of(name, state);
  }

  /** The stack's journal. */
  public Path journal() {
    return state.resolve("journal.jsonl");
  }

  /** The lines of the stack's journal. */
  public List<String> journalLines() {
    try {
      return Files.readAllLines(journal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything in the stack's own folder, without the folder itself. */
  public List<String> files() {
    if (!Files.exists(state)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(state)) {
      return files
          .filter(file -> !file.equals(state))
          .map(file -> state.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing of the stack is left but its journal. */
  public void assertGone() {
    assertThat(Processes.marked(owner())).as("processes with the stack's mark").isEmpty();
    assertThat(files()).as("files in the stack's folder").isSubsetOf("journal.jsonl");
  }

  /** The journal ends with the end of a run: nothing hangs in the air. */
  public void assertJournalClean() {
    assertThat(journalLines().getLast()).contains("ended");
    assertThat(files()).doesNotContain("lock.json", "lock.json.new");
  }

  /** Whether something accepts connections on the loopback port. */
  public static boolean listening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Kills the supervisor first, which would start anew what is killed after it. */
  @Override
  public void close() {
    for (int round = 0; round < 3; round++) {
      Processes.marked(owner(), "local.supervisor/stack")
          .forEach(process -> process.identity().kill());
      Processes.marked(owner()).forEach(process -> process.identity().kill());
    }
    Until.isTrue(() -> Processes.marked(owner()).isEmpty(), () -> "no process of " + name);
  }
}
