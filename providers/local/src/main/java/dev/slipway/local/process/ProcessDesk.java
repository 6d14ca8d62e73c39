package dev.slipway.local.process;

import dev.slipway.engine.provider.Call;
import dev.slipway.engine.resource.ResourceId;
import dev.slipway.local.process.host.Family;
import dev.slipway.local.process.host.MarkedProcess;
import dev.slipway.local.process.host.ProcessIdentity;
import dev.slipway.local.process.host.Stop;
import dev.slipway.local.supervisor.LogFile;
import dev.slipway.local.supervisor.Order;
import dev.slipway.local.supervisor.ProcessReport;
import dev.slipway.local.supervisor.SupervisorFolder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the orders for one process are placed and its reports are read. */
record ProcessDesk(ResourceId id, SupervisorFolder folder, Family family, LogFile log) {
  private static final Duration TAKING = Duration.ofSeconds(15);
  private static final Duration KILLING = Duration.ofSeconds(15);

  /** Bytes without which a report can't be written. */
  private static final long ROOM = 4096;

  private static final int TAIL = 10;

  static ProcessDesk of(Path stackFolder, ResourceId id, Call call) {
    String file = URLEncoder.encode(id.name(), StandardCharsets.UTF_8) + ".log";
    return new ProcessDesk(
        id,
        SupervisorFolder.of(stackFolder),
        new Family(call.owner(), id.toString()),
        LogFile.of(stackFolder.resolve("logs").resolve(file)));
  }

  /** Empty if it is neither ordered nor reported, no such process lives, and no log is left. */
  Optional<ObservedProcess> look() throws IOException {
    Optional<Order> order = Order.read(folder.order(id.name()));
    Optional<ProcessReport> report = ProcessReport.read(folder.report(id.name()));
    Optional<ProcessIdentity> process =
        report.flatMap(ProcessReport::process).filter(ProcessIdentity::alive);
    if (order.isEmpty() && process.isEmpty()) {
      process = family.roots().stream().findFirst().map(MarkedProcess::identity);
    }
    if (order.isEmpty() && report.isEmpty() && process.isEmpty() && !Files.exists(log.file())) {
      return Optional.empty();
    }
    Probe probe = probe(order, process);
    boolean diskFull = !(probe instanceof Probe.Ready) && diskFull();
    ObservedProcess observed =
        new ObservedProcess(
            order,
            report,
            process,
            folder.supervisor().isPresent(),
            probe,
            log.file(),
            diskFull,
            List.of());
    return Optional.of(observed.looping() ? observed.withLogTail(log.tail(TAIL)) : observed);
  }

  private boolean diskFull() throws IOException {
    Path there = folder.path();
    return Files.exists(there) && Files.getFileStore(there).getUsableSpace() < ROOM;
  }

  /** Places the order and returns when the supervisor has taken it. */
  ObservedProcess order(ProcessSpec spec) throws IOException, InterruptedException {
    Path file = folder.order(id.name());
    if (folder.supervisor().isEmpty()) {
      throw ProcessProblems.notSupervised(id);
    }
    long last = Math.max(Order.read(file).map(Order::generation).orElse(0L), generation());
    Files.createDirectories(log.file().getParent());
    ProcessOrder.of(id, spec, last + 1, log).write(file);
    long deadline = System.nanoTime() + TAKING.toNanos();
    while (System.nanoTime() - deadline < 0) {
      if (generation() > last) {
        return look().orElseThrow(() -> ProcessProblems.notSupervised(id));
      }
      if (folder.supervisor().isEmpty()) {
        throw ProcessProblems.notSupervised(id);
      }
      Thread.sleep(10);
    }
    throw ProcessProblems.notTaken(id, TAKING);
  }

  /** Returns when the process and all that came from it are gone, and their files too. */
  void withdraw(ObservedProcess observed) throws IOException, InterruptedException {
    Duration grace = observed.order().map(Order::grace).orElse(Duration.ofSeconds(10));
    Files.deleteIfExists(folder.order(id.name()));
    long deadline = System.nanoTime() + grace.plus(KILLING).toNanos();
    while (folder.supervisor().isPresent()
        && Files.exists(folder.report(id.name()))
        && System.nanoTime() - deadline < 0) {
      Thread.sleep(10);
    }
    Stop stop = new Stop(observed.process(), family, grace);
    long end = System.nanoTime() + grace.plus(KILLING).toNanos();
    while (!stop.advance()) {
      if (System.nanoTime() - end >= 0) {
        throw ProcessProblems.notEnded(id, stop.living());
      }
      Thread.sleep(20);
    }
    Files.deleteIfExists(folder.report(id.name()));
    log.delete();
    deleteIfEmpty(log.file().getParent());
  }

  private long generation() throws IOException {
    return ProcessReport.read(folder.report(id.name())).map(ProcessReport::generation).orElse(0L);
  }

  private Probe probe(Optional<Order> order, Optional<ProcessIdentity> process) {
    if (order.isEmpty()) {
      return new Probe.NotReady("nobody supervises it");
    }
    return ReadinessProbe.of(order.get().readiness()).ask(process, family);
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException _) {
      return;
    }
  }
}
