package dev.slipway.local.supervisor;

import dev.slipway.local.process.host.Family;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Keeps running what the orders in its folder say, and reports on it. One thread does everything;
 * others only wake it.
 */
final class Supervisor {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final SupervisorFolder folder;
  private final String owner;
  private final RestartPolicy policy;
  private final RandomGenerator random;
  private final Starter starter;
  private final Semaphore alarm = new Semaphore(0);
  private final Map<Path, Supervised> processes = new LinkedHashMap<>();
  private volatile boolean ending;

  Supervisor(SupervisorFolder folder, String owner, RestartPolicy policy, RandomGenerator random) {
    this.folder = folder;
    this.owner = owner;
    this.policy = policy;
    this.random = random;
    this.starter = new Starter(folder.path().getParent(), this::wake);
  }

  /** Has the loop look at once; from any thread. */
  void wake() {
    alarm.release();
  }

  /** Has the loop stop every process and return; from any thread. */
  void end() {
    ending = true;
    wake();
  }

  /**
   * Returns when it was told to end, or its folder isn't there any more, and every process is gone.
   *
   * @param there whether the folder is still the one that was locked
   */
  void run(Presence there) throws InterruptedException {
    stopForgotten();
    while (!ending || !processes.isEmpty()) {
      ending = ending || there.gone();
      if (ending) {
        processes.values().forEach(Supervised::orderGone);
      } else {
        readOrders();
      }
      processes.values().removeIf(Supervisor::advance);
      folder.log().keepSmall();
      Duration pause =
          processes.values().stream().map(Supervised::pause).min(Duration::compareTo).orElse(TICK);
      if (!ending || !processes.isEmpty()) {
        boolean _ = alarm.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS);
        alarm.drainPermits();
      }
    }
  }

  /** A fault with one process must not leave the others alone; it is tried again. */
  private static boolean advance(Supervised process) {
    try {
      return process.advance();
    } catch (RuntimeException e) {
      System.out.println(Instant.now() + " fault with " + process + ": " + e);
      return false;
    }
  }

  private void readOrders() {
    Set<Path> present = new HashSet<>();
    try {
      for (Path file : SupervisorFolder.documents(folder.orders())) {
        present.add(file.getFileName());
        Order.read(file).ifPresent(order -> follow(file.getFileName(), order));
      }
    } catch (IOException e) {
      System.out.println(Instant.now() + " can't read the orders: " + e);
      return;
    }
    processes.forEach(
        (name, process) -> {
          if (!present.contains(name)) {
            process.orderGone();
          }
        });
  }

  private void follow(Path name, Order order) {
    Supervised known = processes.get(name);
    if (known == null) {
      known = supervised(name, order);
      known.adopt(report(name));
      processes.put(name, known);
    }
    known.order(order);
  }

  /** Takes on, only to stop it, what was reported by an earlier supervisor but isn't ordered. */
  private void stopForgotten() {
    try {
      for (Path file : SupervisorFolder.documents(folder.reports())) {
        Path name = file.getFileName();
        Optional<ProcessReport> report = report(name);
        if (report.isPresent() && Order.read(folder.orders().resolve(name)).isEmpty()) {
          Supervised forgotten = supervised(name, Order.forgotten(report.get()));
          forgotten.adopt(report);
          forgotten.orderGone();
          processes.put(name, forgotten);
        }
      }
    } catch (IOException e) {
      System.out.println(Instant.now() + " can't read the reports: " + e);
    }
  }

  private Supervised supervised(Path name, Order order) {
    return new Supervised(
        order,
        new Family(owner, order.resource()),
        starter,
        policy,
        random,
        folder.reports().resolve(name));
  }

  private Optional<ProcessReport> report(Path name) {
    try {
      return ProcessReport.read(folder.reports().resolve(name));
    } catch (IOException e) {
      System.out.println(Instant.now() + " can't read a report: " + e);
      return Optional.empty();
    }
  }
}
