package dev.slipway.local.process.host;

import java.util.Optional;

/** Tells whose a listening TCP port is; on Linux only, elsewhere nothing is ever found foreign. */
public final class PortHolder {
  private PortHolder() {}

  /**
   * Who holds the port, if it certainly is neither the main process nor one of its family.
   *
   * @param main the process that most likely holds it; empty if it doesn't live
   * @return the holder for a reader, for example {@code pid 4711 (nginx)}
   */
  public static Optional<String> foreign(int port, Optional<ProcessIdentity> main, Family family) {
    ListeningSockets sockets = ListeningSockets.on(port);
    if (sockets.isEmpty() || main.filter(process -> mayHold(process, sockets)).isPresent()) {
      return Optional.empty();
    }
    for (ProcessIdentity process : family.members(main)) {
      if (mayHold(process, sockets)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        sockets.holder().map(Processes::describe).orElse("a process of another user"));
  }

  private static boolean mayHold(ProcessIdentity process, ListeningSockets sockets) {
    return sockets.heldBy(process.pid()).orElse(true);
  }
}
