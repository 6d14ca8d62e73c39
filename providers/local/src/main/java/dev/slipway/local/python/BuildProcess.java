package dev.slipway.local.python;

import dev.slipway.engine.diagnostic.Diagnostic;
import dev.slipway.engine.provider.Call;
import dev.slipway.engine.provider.ProviderException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs one program that helps to make an environment: its output goes to a log line by line, and it
 * ends when the user asks to stop.
 */
final class BuildProcess {
  private static final long GRACE_SECONDS = 5;
  private static final Duration SOON = Duration.ofMillis(300);

  /**
   * How a program ended.
   *
   * @param status its exit status
   */
  record Outcome(int status, List<String> output) {
    boolean succeeded() {
      return status == 0;
    }
  }

  private BuildProcess() {}

  /**
   * @param environment variables of the new process, all of them
   * @param each is given every line of output as it comes
   */
  static Outcome run(
      List<String> command,
      Map<String, String> environment,
      Path log,
      Call call,
      Consumer<String> each)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    List<String> output = new ArrayList<>();
    try (Writer writer =
        Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      Process process = builder.start();
      try {
        process.getOutputStream().close();
        BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
        Thread.startVirtualThread(() -> pump(process, lines));
        for (Optional<String> line = next(lines, call);
            line.isPresent();
            line = next(lines, call)) {
          output.add(line.get());
          writer.append(line.get()).append('\n');
          each.accept(line.get());
        }
        return new Outcome(process.waitFor(), output);
      } finally {
        end(process);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw cancelled();
    }
  }

  private static Optional<String> next(BlockingQueue<Optional<String>> lines, Call call)
      throws InterruptedException {
    while (true) {
      if (call.cancelled()) {
        throw cancelled();
      }
      Optional<String> line = lines.poll(100, TimeUnit.MILLISECONDS);
      if (line != null) {
        return line;
      }
    }
  }

  /** Ends with an empty line when the program has closed its output. */
  private static void pump(Process process, BlockingQueue<Optional<String>> lines) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(Optional.of(line));
      }
    } catch (IOException _) {
      // The program was ended while it wrote.
    } finally {
      lines.add(Optional.empty());
    }
  }

  private static void end(Process process) {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle each : all) {
      try {
        each.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
      } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException _) {
        each.destroyForcibly();
      } catch (InterruptedException _) {
        each.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * To be asked after a failure: Ctrl-C on a terminal goes to the programs that make an environment
   * too, and ends them before the command itself has heard of it.
   */
  static void throwIfCancelledSoon(Call call) {
    long start = System.nanoTime();
    while (!call.cancelled() && System.nanoTime() - start < SOON.toNanos()) {
      LockSupport.parkNanos(SOON.dividedBy(20).toNanos());
    }
    if (call.cancelled()) {
      throw cancelled();
    }
  }

  private static ProviderException cancelled() {
    return ProviderException.cancelled(
        Diagnostic.environment(
            "PYTHON-INSTALL-CANCELLED",
            "The Python environment was not finished",
            "The making of the Python environment was stopped before it was finished.",
            "What is there of it is cleared away when it is made again:\nslipway up"));
  }
}
