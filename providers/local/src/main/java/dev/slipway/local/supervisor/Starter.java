package dev.slipway.local.supervisor;

import dev.slipway.local.process.host.Family;
import dev.slipway.local.process.host.Mark;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Starts processes, marked as their resource's.
 *
 * @param folder in which they are started
 * @param onExit called from any thread when one has ended
 */
record Starter(Path folder, Runnable onExit) {
  Running start(Order order, Family family) throws IOException {
    Path log = order.log().file();
    Files.createDirectories(log.getParent());
    ProcessBuilder builder = new ProcessBuilder(order.launch().command());
    builder.directory(folder.toFile());
    builder.environment().putAll(order.launch().environment());
    String launch = order.launch().fingerprint();
    new Mark(family.owner(), family.resource(), launch).putInto(builder.environment());
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(log.toFile()));
    Process child = builder.start();
    var _ = child.onExit().thenRun(onExit);
    return Running.started(child, launch);
  }
}
