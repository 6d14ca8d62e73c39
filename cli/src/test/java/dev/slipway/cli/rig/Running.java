package dev.slipway.cli.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A command that runs; killed on close if it hasn't ended. */
public final class Running implements AutoCloseable {
  private static final int DEADLINE_SECONDS = 180;

  private final Process process;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Thread> readers;

  Running(Process process) {
    this.process = process;
    readers = List.of(read(process.getInputStream(), out), read(process.getErrorStream(), err));
  }

  private static Thread read(InputStream stream, List<String> lines) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try (BufferedReader reader =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
              } catch (IOException | java.io.UncheckedIOException _) {
                // It was killed while it wrote.
              }
            });
  }

  /** Its process id, and that of its process group. */
  public long pid() {
    return process.pid();
  }

  /** What it has told so far. */
  public Ended soFar() {
    return new Ended(-1, List.copyOf(out), List.copyOf(err));
  }

  /** Waits until it has told something like this. */
  public Running until(String what, Predicate<Ended> told) {
    Until.isTrue(
        () -> told.test(soFar()) || !process.isAlive(), () -> what + "\n" + soFar().everything());
    if (!told.test(soFar())) {
      throw new AssertionError("ended without: " + what + "\n" + end().everything());
    }
    return this;
  }

  /** Waits until a condition on the machine holds. */
  public Running untilTrue(String what, java.util.function.BooleanSupplier condition) {
    Until.isTrue(
        () -> condition.getAsBoolean() || !process.isAlive(),
        () -> what + "\n" + soFar().everything());
    return this;
  }

  /** Sends a signal to the command's process alone. */
  public Running signal(String name) {
    send(name, Long.toString(pid()));
    return this;
  }

  /** Sends a signal to its whole process group, as a terminal does. */
  public Running signalGroup(String name) {
    send(name, "-" + pid());
    return this;
  }

  private static void send(String name, String target) {
    try {
      new ProcessBuilder("/bin/kill", "-s", name, "--", target)
          .redirectErrorStream(true)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits for its end. */
  public Ended end() {
    try {
      if (!process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(
            "still running after " + DEADLINE_SECONDS + " s\n" + soFar().everything());
      }
      for (Thread reader : readers) {
        // What it has started may hold its streams open.
        reader.join(java.time.Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Ended(process.exitValue(), List.copyOf(out), List.copyOf(err));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
