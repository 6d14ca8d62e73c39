package dev.slipway.local.supervisor;

import dev.slipway.local.process.host.Mark;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/**
 * How the supervisor's process is started, apart from the one that starts it.
 *
 * @param owner the stack's mark
 * @param resource id of the supervisor's resource
 * @param name for a process list
 */
record SupervisorLaunch(SupervisorFolder folder, String owner, String resource, String name) {
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xms4m",
          "-Xmx48m",
          "-Xss512k",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED");

  Process start() throws IOException {
    JavaRuntime runtime = JavaRuntime.current();
    List<String> options = new ArrayList<>(runtime.options());
    options.addAll(SMALL);
    List<String> command =
        new ArrayList<>(
            new JavaRuntime(runtime.executable(), options, runtime.classPath()).command());
    command.addAll(List.of(SupervisorMain.class.getName(), name, folder.path().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.path().getParent().toFile());
    new Mark(owner, resource, "").putInto(builder.environment());
    builder.redirectInput(Redirect.from(new File("/dev/null")));
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(folder.log().file().toFile()));
    return builder.start();
  }
}
