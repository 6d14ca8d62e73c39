package dev.slipway.local.port;

import dev.slipway.local.process.host.ListeningSockets;
import dev.slipway.local.process.host.Mark;
import dev.slipway.local.process.host.Processes;
import java.util.Optional;

/**
 * The process that listens on a port; only Linux tells, and only of the user's own processes.
 *
 * @param pid process id
 * @param command its command line
 * @param owner the stack whose mark it carries, if it carries one
 */
record PortHolder(long pid, String command, Optional<String> owner) {
  static Optional<PortHolder> of(int port) {
    return ListeningSockets.on(port)
        .holder()
        .map(
            pid ->
                new PortHolder(
                    pid, Processes.commandLine(pid), Processes.mark(pid).map(Mark::owner)));
  }
}
