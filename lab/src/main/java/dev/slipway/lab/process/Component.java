package dev.slipway.lab.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A running process of the lab, which writes to a log. It is tied to this JVM: the process reads
 * from a pipe that ends with the JVM, however that ends, and ends then.
 */
public final class Component implements AutoCloseable {
  private static final int LAST_LINES = 40;

  private final String name;
  private final Path log;
  private final Process process;

  private Component(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /** Starts a process in a folder, where its log is {@code <name>.log}. */
  public static Component start(String name, Path folder, List<String> command) {
    Path log = folder.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("SLIPWAY_LAB_TIED", "yes");
    builder.environment().remove("KUBECONFIG");
    try {
      return new Component(name, log, builder.start());
    } catch (IOException e) {
      throw new LabException(name + " can't be started", e);
    }
  }

  public String name() {
    return name;
  }

  public boolean lives() {
    return process.isAlive();
  }

  /** The end of its log, for a message. */
  public String lastLines() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return log + " can't be read: " + e;
    }
  }

  /** Kills it and what it runs at once, as a power cut would. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
