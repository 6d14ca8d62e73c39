package dev.slipway.local.supervisor;

import dev.slipway.local.process.host.Mark;
import dev.slipway.local.process.host.ProcessIdentity;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The supervisor's process. Arguments: its name (to be told apart in a process list) and its
 * folder; the owner's mark is in its environment. SIGTERM has it stop every process and end.
 */
public final class SupervisorMain {
  /** Exit code if another supervisor works on the folder. */
  static final int ANOTHER = 3;

  private SupervisorMain() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    SupervisorFolder folder = new SupervisorFolder(Path.of(arguments[1]));
    Detachment.detach();
    Optional<Presence> presence = Presence.take(folder.lock());
    if (presence.isEmpty()) {
      System.out.println(Instant.now() + " another supervisor is at work");
      System.exit(ANOTHER);
    }
    Supervisor supervisor =
        new Supervisor(
            folder, System.getenv(Mark.OWNER), RestartPolicy.DEFAULT, new SplittableRandom());
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  supervisor.end();
                  join(main);
                }));
    wakeOnChange(supervisor, folder.orders());
    folder.record(ProcessIdentity.current());
    System.out.println(Instant.now() + " supervising " + folder.path());
    supervisor.run(presence.get());
    System.out.println(Instant.now() + " ended");
  }

  /** Where the file system can't be watched, the loop's own look each second is enough. */
  private static void wakeOnChange(Supervisor supervisor, Path orders) {
    try {
      WatchService watch = FileSystems.getDefault().newWatchService();
      orders.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
      Thread.ofPlatform()
          .daemon()
          .name("orders")
          .start(
              () -> {
                try {
                  for (var key = watch.take(); ; key = watch.take()) {
                    key.pollEvents();
                    supervisor.wake();
                    if (!key.reset()) {
                      return;
                    }
                  }
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                }
              });
    } catch (IOException e) {
      System.out.println(Instant.now() + " can't watch " + orders + ": " + e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
