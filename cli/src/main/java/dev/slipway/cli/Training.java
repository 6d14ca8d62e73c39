package dev.slipway.cli;

import dev.slipway.engine.event.EventSink;
import dev.slipway.engine.session.StackSetup;
import dev.slipway.engine.session.StackView;
import dev.slipway.engine.stack.Stack;
import dev.slipway.engine.stack.StackReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs over what the commands use, without changing anything, so that the launcher can keep the
 * loaded and linked classes in the JDK's ahead-of-time cache (JEP 483, JEP 514).
 */
public final class Training {
  private Training() {}

  public static void main(String[] args) throws IOException {
    PrintStream quiet =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(quiet);
    System.setErr(quiet);
    Path scratch = Files.createTempDirectory("slipway-training");
    Path file = scratch.resolve("stack.yaml");
    Files.writeString(
        file, "name: training\ntarget: local\nmilvus:\n  data: delete\n  port: 19530\n");
    Main.run(Catalogue.all(), "--help");
    Main.run(Catalogue.all(), "up", "--help");
    Main.run(Catalogue.all(), "schema");
    Main.run(Catalogue.all(), "plan", file.toString());
    Main.run(Catalogue.all(), "plan", "--json", file.toString());
    Main.run(Catalogue.all(), "status", file.toString());
    Main.run(Catalogue.all(), "down", file.toString());
    proveAgainstNothing(file, scratch.resolve("state"));
    for (Path left :
        new Path[] {
          scratch.resolve(".slipway/training/journal.jsonl"),
          scratch.resolve(".slipway/training"),
          scratch.resolve(".slipway"),
          file,
          scratch
        }) {
      Files.deleteIfExists(left);
    }
  }

  /** Loads the systems' clients: their first check fails, since nothing listens. */
  private static void proveAgainstNothing(Path file, Path folder) {
    Catalogue catalogue = Catalogue.all();
    Stack stack = new StackReader(catalogue.blueprints(), catalogue.targets()).read(file);
    StackView.of(
            new StackSetup(
                stack.name(),
                folder,
                stack.target().open(stack.name(), folder),
                stack.launches(),
                EventSink.NONE,
                "training"))
        .verify(() -> false);
  }
}
